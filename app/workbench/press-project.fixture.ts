import type { Annotation } from '../../shared/model/annotation.ts'
import type { Change } from '../../shared/model/change.ts'
import type { Document } from '../../shared/model/document.ts'
import { newId } from '../../shared/model/id.ts'
import type { Relation } from '../../shared/model/relation.ts'
import type { Speaker } from '../../shared/model/speaker.ts'
import { annotationOf, documentOf, draftOf, speakerOf } from './project/model.fixture.ts'
import type { ProjectFile } from './project/project-file.ts'
import { newProject, valueOf } from './project/project.fixture.ts'

const bridgeText = 'The Bridge is safe, the mayor said. “It is NOT,” an engineer told Kanal 6.'
const harbourText = 'Kanal 6 reports: the bridge is safe. Nobody denied it 👨‍👩‍👧‍👦.'

/** Two articles with three claims, a denial and a quote; who said so, partly as a chain; two relations, one across. */
export type PressProject = {
  readonly file: ProjectFile
  readonly bridge: Document
  readonly harbour: Document
  readonly mayor: Speaker
  readonly engineer: Speaker
  readonly kanal: Speaker
  /** “The Bridge is safe”, said by the mayor. */
  readonly claim: Annotation
  /** “It is NOT,”, said by the engineer, as Kanal 6 reports; denies `claim`. */
  readonly denial: Annotation
  /** The same words as `denial`. */
  readonly quote: Annotation
  /** “the bridge is safe” in the other article, as Kanal 6 reports; repeats `claim`. */
  readonly echo: Annotation
  /** “Nobody denied it”, by nobody. */
  readonly loose: Annotation
  readonly denies: Relation
  readonly repeats: Relation
}

export function pressProject(): PressProject {
  const file = newProject()
  const [bridge, harbour] = [documentOf(bridgeText, 'Bridge'), documentOf(harbourText, 'Harbour')]
  const mayor = { ...speakerOf('The mayor'), aliases: ['Ada Holm'] }
  const [engineer, kanal] = [speakerOf('An engineer'), speakerOf('Kanal 6')]
  const tag = (document: Document, words: string, label: string, chain: readonly Speaker[]) => {
    const text = document === bridge ? bridgeText : harbourText
    const start = text.indexOf(words)
    const annotation = annotationOf(document, text, [{ start, end: start + words.length }], label)
    return { ...annotation, attribution: chain.map(({ id }) => id) }
  }
  const claim = tag(bridge, 'The Bridge is safe', 'claim', [mayor])
  const denial = tag(bridge, '“It is NOT,”', 'denial', [kanal, engineer])
  const quote = tag(bridge, '“It is NOT,”', 'quote', [engineer])
  const echo = tag(harbour, 'the bridge is safe', 'claim', [kanal])
  const loose = tag(harbour, 'Nobody denied it', 'claim', [])
  const denies = { id: newId(), type: 'denies', from: denial.id, to: claim.id }
  const repeats = { id: newId(), type: 'repeats', from: echo.id, to: claim.id }
  const documents = [bridge, harbour].map((after): Change => ({
    entity: 'document',
    before: null,
    after,
  }))
  const speakers = [mayor, engineer, kanal].map((after): Change => ({
    entity: 'speaker',
    before: null,
    after,
  }))
  const annotations = [claim, denial, quote, echo, loose].map((after): Change => ({
    entity: 'annotation',
    before: null,
    after,
  }))
  const relations = [denies, repeats].map((after): Change => ({
    entity: 'relation',
    before: null,
    after,
  }))
  const commit = (summary: string, changes: readonly Change[], texts: readonly string[] = []) =>
    valueOf(file.commit({ ...draftOf(...changes), summary }, texts))
  commit('Import', documents, [bridgeText, harbourText])
  commit('Tag', [...speakers, ...annotations])
  commit('Link', relations)
  const things = { bridge, harbour, mayor, engineer, kanal, claim, denial, quote, echo, loose }
  return { file, ...things, denies, repeats }
}
