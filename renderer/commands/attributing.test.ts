import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { openDocumentSchema } from '../../shared/contract.ts'
import { documentWith } from '../../shared/model/document.fixture.ts'
import { createSession } from '../store/create-session.ts'
import { emptyProject } from '../store/project-state.fixture.ts'
import { annotationById } from '../store/selectors.ts'
import { addToAttribution, removeLastFromAttribution } from './attributing.ts'

const at = '2026-01-01T00:00:00.000Z'
const documentId = '01900000-0000-7000-8000-000000000001'
const id = '01900000-0000-7000-8000-000000000002'

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then))
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** A session with one annotation that nobody speaks in, and the names of its speakers as they are. */
function begin() {
  const session = createSession({ call: () => new Promise(() => {}), listen: () => () => {} })
  const document = openDocumentSchema.parse({
    document: documentWith({ id: documentId, title: 'Bridge', length: 4 }),
    text: 'Safe',
    annotations: [
      {
        id,
        documentId,
        label: 'claim',
        spans: [{ start: 0, end: 4 }],
        quote: 'Safe',
        annotator: 'Ana',
        attribution: [],
        attributes: {},
        note: null,
        createdAt: at,
        updatedAt: at,
      },
    ],
    relations: [],
    farAnnotations: [],
    review: [],
    suggestions: [],
    view: null,
  })
  session.store.setState({ project: emptyProject, document })
  const names = () => {
    const state = session.store.getState()
    return annotationById(state, id)?.attribution.map(
      (speaker) => state.project?.speakers.find((one) => one.id === speaker)?.name,
    )
  }
  return { session, names }
}

test('the last speaker is taken out of the chain as it is, not as a field that lags behind shows it', () => {
  const { session, names } = begin()
  for (const name of ['City Radio', 'Ángela Ruiz']) addToAttribution(session, id, { name })
  removeLastFromAttribution(session, id)
  expect(names()).toEqual(['City Radio'])
  removeLastFromAttribution(session, id)
  expect(names()).toEqual([])
})
