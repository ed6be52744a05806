import type {
  Bridge,
  CallArguments,
  CallName,
  CallValue,
  Handlers,
  OpenDocument,
  ProjectState,
} from '../../shared/contract.ts'
import { defaultLabels } from '../../shared/model/default-labels.ts'
import { documentWith } from '../../shared/model/document.fixture.ts'
import type { Document } from '../../shared/model/document.ts'
import { newId, timeNow } from '../../shared/model/id.ts'
import type { JournalDraft } from '../../shared/model/journal.ts'
import { defaultRelationTypes } from '../../shared/model/relation-type.ts'
import { defaultPreferences } from '../../shared/preferences.ts'
import { success, type Result } from '../../shared/result.ts'
import type { Corpus } from '../corpus.ts'

/**
 * A workbench without files: it has a document for each corpus in memory, the first one open, and answers at once, so
 * that only the page takes time.
 */
export function createMemoryBridge(corpora: readonly Corpus[]): Bridge {
  let seq = 0
  const project = projectOf(corpora)
  const documents = new Map(corpora.map((corpus) => [corpus.documentId, openDocumentOf(corpus)]))
  const commit = (draft: JournalDraft) => {
    seq += 1
    return {
      entry: { ...draft, seq, at: timeNow(), kind: 'do' as const, of: null },
      undoState: { undo: draft.summary, redo: null },
    }
  }
  const handlers: Partial<Handlers> = {
    'app.info': () => answer({ version: '0', shell: 'browser', systemLanguages: ['en'] }),
    'app.speak': () => answer(null),
    'preferences.get': () => answer({ ...defaultPreferences, annotator: 'Benchmark' }),
    'project.current': () => answer(project),
    'documents.open': ({ id }) => {
      const document = documents.get(id)
      return document === undefined ? noAnswer(`documents.open ${id}`) : answer(document)
    },
    'journal.commit': (draft) => answer(commit(draft)),
    'journal.list': () => answer([]),
    'project.usage': () => answer({ labels: {}, relationTypes: {}, speakers: {} }),
    'view.save': () => answer(null),
  }
  return {
    call: <Name extends CallName>(name: Name, args: CallArguments<Name>) => {
      const handler: Handlers<Name>[Name] | undefined = handlers[name]
      return handler?.(args) ?? noAnswer(name)
    },
    listen: () => () => {},
  }
}

function answer<Value extends CallValue<CallName>>(value: Value): Promise<Result<Value>> {
  return Promise.resolve(success(value))
}

function noAnswer(call: string): Promise<never> {
  return Promise.reject(new Error(`the benchmark has no answer to ${call}`))
}

function projectOf(corpora: readonly Corpus[]): ProjectState {
  return {
    project: { id: newId(), name: 'Benchmark', createdAt: timeNow(), searches: [] },
    fileName: 'Benchmark.verbatim',
    readOnly: null,
    heldElsewhere: null,
    placeRemark: null,
    labels: defaultLabels,
    relationTypes: defaultRelationTypes,
    speakers: [],
    documents: corpora.map((corpus) => ({
      document: documentOf(corpus),
      annotations: corpus.annotations.length,
      suggestions: 0,
    })),
    currentDocumentId: corpora[0]?.documentId ?? null,
    undoState: { undo: null, redo: null },
  }
}

function openDocumentOf(corpus: Corpus): OpenDocument {
  const { text, annotations } = corpus
  const document = documentOf(corpus)
  return {
    document,
    text,
    annotations,
    relations: [],
    farAnnotations: [],
    review: [],
    suggestions: [],
    view: null,
  }
}

function documentOf({ documentId, text }: Corpus): Document {
  return documentWith({ id: documentId, title: 'Benchmark', length: text.length })
}
