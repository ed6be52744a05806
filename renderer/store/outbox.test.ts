import { describe, expect, test } from 'vitest'

import { newId } from '../../shared/model/id.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import { createOutbox, type Outgoing, type SaveStatus } from './outbox.ts'

function act(summary: string): Outgoing {
  return { kind: 'commit', draft: { id: newId(), annotator: 'A', summary, changes: [] } }
}

/** An outbox whose sends answer when the test says so. */
function stage() {
  const sent: Outgoing[] = []
  const answers: ((result: Result<null>) => void)[] = []
  const waits: (() => void)[] = []
  const statuses: SaveStatus[] = []
  const dropped: Outgoing[] = []
  const outbox = createOutbox({
    send: (outgoing) => {
      sent.push(outgoing)
      return new Promise((resolve) => answers.push(resolve))
    },
    committed: () => {},
    rejected: (_, acts) => dropped.push(...acts),
    status: (status) => statuses.push(status),
    wait: () => new Promise((resolve) => waits.push(resolve)),
  })
  const turn = () => new Promise((resolve) => setTimeout(resolve))
  return {
    outbox,
    sent,
    statuses,
    dropped,
    answer: async (result: Result<null>) => {
      answers.shift()?.(result)
      await turn()
    },
    wake: async () => {
      waits.shift()?.()
      await turn()
    },
  }
}

const full = failure('diskFull', 'The disk is full.', 'Make room.')

describe('the outbox', () => {
  test('sends one act at a time, in order, and says saved only when the last is in the file', async () => {
    const { outbox, sent, statuses, answer } = stage()
    const [first, second] = [act('first'), act('second')]
    outbox.push(first)
    outbox.push(second)
    expect(sent).toEqual([first])
    await answer(success(null))
    expect(sent).toEqual([first, second])
    expect(statuses).not.toContain('saved')
    await answer(success(null))
    expect(statuses.at(-1)).toBe('saved')
  })

  test('keeps what a full disk refused, tries it again, and saves it once there is room', async () => {
    const { outbox, sent, statuses, answer, wake } = stage()
    const only = act('tag')
    outbox.push(only)
    await answer(full)
    expect(statuses.at(-1)).toBe('notSaved')
    expect(outbox.waiting()).toHaveLength(1)
    await wake()
    expect(sent).toEqual([only, only])
    await answer(success(null))
    expect(statuses.at(-1)).toBe('saved')
    expect(outbox.waiting()).toHaveLength(0)
  })

  test('an act made while the disk is full waits behind the first', async () => {
    const { outbox, sent, answer, wake } = stage()
    const [first, second] = [act('first'), act('second')]
    outbox.push(first)
    await answer(full)
    outbox.push(second)
    await wake()
    await answer(success(null))
    expect(sent).toEqual([first, first, second])
  })

  test('takes back the newest act only while it waits for another try', async () => {
    const { outbox, answer } = stage()
    outbox.push(act('first'))
    expect(outbox.takeBack()).toBeNull()
    await answer(full)
    outbox.push(act('second'))
    expect(outbox.takeBack()?.summary).toBe('second')
    expect(outbox.takeBack()?.summary).toBe('first')
    expect(outbox.takeBack()).toBeNull()
  })

  test('says saved again when everything unsaved was taken back', async () => {
    const { outbox, statuses, answer } = stage()
    outbox.push(act('tag'))
    await answer(full)
    outbox.takeBack()
    await new Promise((resolve) => setTimeout(resolve))
    expect(statuses.at(-1)).toBe('saved')
  })

  test('drops what the workbench will never take, with all that was built on it', async () => {
    const { outbox, dropped, statuses, answer } = stage()
    const acts = [act('first'), act('second')]
    for (const one of acts) outbox.push(one)
    await answer(failure('conflict', 'It was changed elsewhere.', 'Look again.'))
    expect(dropped).toEqual(acts)
    expect(statuses.at(-1)).toBe('saved')
  })

  test('flush waits for the answer under way and counts what is left', async () => {
    const { outbox, answer } = stage()
    outbox.push(act('tag'))
    const flushed = outbox.flush()
    await answer(full)
    expect(await flushed).toBe(1)
  })
})
