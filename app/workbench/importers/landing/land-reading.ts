import { basename } from 'node:path/posix'

import { t } from '../../../../shared/language/translate.ts'
import type { ProjectReader } from '../../project/project-file.ts'
import type { ForeignAnnotations, Reading } from '../foreign.ts'
import type { FileFacts, Unit } from '../reading/protocol.ts'
import { landDocument, landOnto } from './land-document.ts'
import type { LandedWithReport, Told } from './landed.ts'
import { remark, type Landing } from './landing.ts'
import { countsOf, refuseThings } from './refuse-things.ts'
import { wellFormed } from './well-formed.ts'

type Facts = FileFacts & { readonly unit: Unit }

const nothing: LandedWithReport = {
  landed: null,
  told: [],
  counts: { documents: 0, annotations: 0, relations: 0, suggestions: 0 },
}

function mendedTagSet(): Told {
  const reason = t('remarks:landing.tagSetMended')
  return { outcome: 'changed', ...remark({ thing: 'other', code: 'undecodable', reason }) }
}

/** Lands what was read of a file, one piece at a time. */
export function landReading(
  landing: Landing,
  project: ProjectReader,
  reading: Reading,
  { unit, sha256 }: Facts,
): LandedWithReport {
  switch (reading.kind) {
    case 'tagSet': {
      const tagSet = wellFormed(reading.tagSet)
      landing.describe(tagSet)
      return tagSet === reading.tagSet ? nothing : { ...nothing, told: [mendedTagSet()] }
    }
    case 'document': {
      // Only what is one document has the bytes of its file for its own.
      const alone = reading.document.place === null
      return landDocument(landing, reading.document, {
        path: unit.path,
        format: unit.format,
        byteLength: alone ? unit.size : null,
        sha256: alone ? sha256 : null,
      })
    }
    case 'annotations':
      return landOnTarget(landing, project, reading.annotations, unit.path)
    case 'refused': {
      const { remark: told } = reading
      // A part of a file that could not be read was read as what it is.
      const documents = told.thing === 'document' || told.thing === 'file' ? 1 : 0
      const annotations = told.thing === 'annotation' ? 1 : 0
      const relations = told.thing === 'relation' ? 1 : 0
      const suggestions = told.thing === 'suggestion' ? 1 : 0
      return {
        landed: null,
        told: [{ ...told, outcome: 'refused' }],
        counts: { documents, annotations, relations, suggestions },
      }
    }
    case 'changed':
      return { ...nothing, told: [{ ...reading.remark, outcome: 'changed' }] }
    case 'progress':
      return nothing
  }
}

/** Annotations on a document that the project has already. */
function landOnTarget(
  landing: Landing,
  project: ProjectReader,
  foreign: ForeignAnnotations,
  path: string,
): LandedWithReport {
  const targets = project.wholeDocuments().filter(({ id, url, title, provenance }) => {
    const name = decodeURIComponentSafely(basename(foreign.target))
    return (
      foreign.target === url ||
      foreign.target === `urn:uuid:${id}` ||
      foreign.target === id ||
      name === provenance.fileName ||
      name === title
    )
  })
  const [target] = targets
  const text = target === undefined ? null : project.text(target.sha256)
  if (targets.length !== 1 || target === undefined || text === null) {
    const found = targets.length === 0 ? 'noTarget' : 'severalTargets'
    return refusedAll(foreign, t(`remarks:landing.${found}`, { target: foreign.target }))
  }
  return landOnto(landing, foreign, { documentId: target.id, text, path })
}

function refusedAll(foreign: ForeignAnnotations, reason: string): LandedWithReport {
  return {
    landed: null,
    told: refuseThings(foreign, { code: 'notFound', reason }),
    counts: { documents: 0, ...countsOf(foreign) },
  }
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text
    throw error
  }
}
