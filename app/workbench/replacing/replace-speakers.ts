import type { CallArguments } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import type { Annotation } from '../../../shared/model/annotation.ts'
import { distinct } from '../../../shared/model/distinct.ts'
import { replaceSpeakers } from '../../../shared/model/replacement.ts'
import type { Speaker } from '../../../shared/model/speaker.ts'
import { success, type Result } from '../../../shared/result.ts'
import type { ActingProject, ProjectLookups } from '../project/project-file.ts'
import { actOnce } from './act-once.ts'
import { missing, same } from './pair.ts'

/** Merges speakers into another one, or takes them out of every annotation, as one entry. */
export function replaceSpeakersIn<Done>(
  file: ActingProject<Done>,
  request: CallArguments<'speakers.replace'>,
): Result<Done> {
  return actOnce(file, request, () => {
    const registry = new Map(file.speakers().map((speaker) => [speaker.id, speaker]))
    const by = request.by === null ? null : registry.get(request.by)
    const wanted = new Set(request.speakers)
    const found = [...wanted].flatMap((id) => registry.get(id) ?? [])
    if (by === undefined || found.length < wanted.size) return missing('speaker')
    // Whoever merges several into one of them names that one too.
    const speakers = found.filter(({ id }) => id !== by?.id)
    if (speakers.length === 0) return same('speaker')
    const changes = replaceSpeakers(speakers, by, {
      annotations: namingAny(file, speakers),
      suggestions: distinct(speakers.flatMap(({ id }) => file.suggestionsNaming(id))),
    })
    return success({ summary: summaryOf(speakers, by), changes })
  })
}

/** One that names several of the speakers is found at each, and given once. */
function* namingAny(file: ProjectLookups, speakers: readonly Speaker[]): Iterable<Annotation> {
  const found = new Set<string>()
  for (const { id } of speakers) {
    for (const annotation of file.annotationsNaming(id)) {
      if (found.has(annotation.id)) continue
      found.add(annotation.id)
      yield annotation
    }
  }
}

function summaryOf(speakers: readonly Speaker[], by: Speaker | null): string {
  if (by !== null) return t('acts:merge.speakers', { into: by.name })
  const [first, ...others] = speakers
  return others.length === 0
    ? t('acts:delete.speaker', { name: first?.name ?? '' })
    : t('acts:delete.speakers', { count: speakers.length })
}
