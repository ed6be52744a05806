import { expect, test } from 'vitest'

import { maxFound } from '../../../shared/contract.ts'
import type { Change } from '../../../shared/model/change.ts'
import { newId } from '../../../shared/model/id.ts'
import { pressProject } from '../press-project.fixture.ts'
import { draftOf } from '../project/model.fixture.ts'
import { valueOf } from '../project/project.fixture.ts'
import { findAnnotations } from './find-annotations.ts'

test('annotations are found by words and by speakers, whatever the case, in order', async () => {
  const { file, claim, denial, quote, echo, loose } = pressProject()
  const find = async (
    query: string,
    labels: readonly string[] = [],
    except: string | null = null,
  ) => valueOf(await findAnnotations(file, { query, labels, except }))
  expect(await find('bridge IS')).toEqual({ annotations: [claim, echo], total: 2 })
  expect(await find('ada holm')).toEqual({ annotations: [claim], total: 1 })
  expect(await find('holm bridge')).toEqual({ annotations: [claim], total: 1 })
  expect(await find('bridge', [], claim.documentId)).toEqual({ annotations: [echo], total: 1 })
  expect((await find('kanal')).annotations).toEqual([denial, echo])
  expect((await find('not', ['quote'])).annotations).toEqual([quote])
  expect((await find('')).annotations).toEqual([claim, denial, quote, echo, loose])
  expect(await find('nothing of the kind')).toEqual({ annotations: [], total: 0 })
})

test('of many only the first are given, with how many there are', async () => {
  const { file, claim, loose } = pressProject()
  const changes = Array.from({ length: maxFound + 20 }, (): Change => ({
    entity: 'annotation',
    before: null,
    after: { ...claim, id: newId() },
  }))
  valueOf(file.commit(draftOf(...changes)))
  const found = valueOf(await findAnnotations(file, { query: '', labels: ['claim'], except: null }))
  expect(found.annotations).toHaveLength(maxFound)
  expect(found.annotations[0]).toEqual(claim)
  expect(found.total).toBe(maxFound + 23)
  const which = { label: 'claim', relationType: 'repeats', end: 'from' } as const
  const unrelated = file.unrelated(which, maxFound)
  expect(unrelated.annotations).toHaveLength(maxFound)
  expect(unrelated.total).toBe(maxFound + 22)
  expect(file.unrelated(which, 1000).annotations.at(-1)).toEqual(loose)
})

test('claims that nobody denies and denials without a claim are told', () => {
  const { file, denial, denies, echo, loose } = pressProject()
  const undenied = { label: 'claim', relationType: 'denies', end: 'to' } as const
  const aimless = { label: 'denial', relationType: 'denies', end: 'from' } as const
  expect(file.unrelated(undenied, 200)).toEqual({ annotations: [echo, loose], total: 2 })
  expect(file.unrelated(aimless, 200)).toEqual({ annotations: [], total: 0 })
  valueOf(file.commit(draftOf({ entity: 'relation', before: denies, after: null })))
  expect(file.unrelated(undenied, 200).total).toBe(3)
  expect(file.unrelated(aimless, 200)).toEqual({ annotations: [denial], total: 1 })
})
