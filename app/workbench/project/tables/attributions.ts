import type { DatabaseSync } from 'node:sqlite'

import { integerIn, textIn } from './columns.ts'

/** Who says what an annotation marks: the chain of its speakers, one row each. Annotations are read together with it. */
export type AttributionsTable = {
  /** Puts a chain, ids of speakers from the outermost on, in place of the one that the annotation had. */
  readonly put: (annotationId: string, chain: readonly string[]) => void
  /** Ids of the annotations whose chain names a speaker. */
  readonly annotationsNaming: (speakerId: string) => readonly string[]
  /** Number of annotations by speaker id; speakers without any are left out. */
  readonly countBySpeaker: () => Readonly<Record<string, number>>
  readonly isSpeakerInUse: (speakerId: string) => boolean
}

/** SQL for the id of who speaks in an annotation, as `whoSpeaks` has it; `NULL` where nobody is named. */
export function whoSpeaksIn(annotationId: string): string {
  return `(SELECT speaker_id FROM attributions WHERE annotation_id = ${annotationId} ORDER BY place DESC LIMIT 1)`
}

export function attributionsTable(db: DatabaseSync): AttributionsTable {
  const insertion = db.prepare(
    'INSERT INTO attributions (annotation_id, place, speaker_id) VALUES (?, ?, ?)',
  )
  const deletion = db.prepare('DELETE FROM attributions WHERE annotation_id = ?')
  const counts = db.prepare(
    'SELECT speaker_id, count(*) AS number FROM attributions GROUP BY speaker_id',
  )
  const naming = db.prepare('SELECT annotation_id FROM attributions WHERE speaker_id = ?')
  const ofSpeaker = db.prepare('SELECT 1 FROM attributions WHERE speaker_id = ? LIMIT 1')

  return {
    put: (annotationId, chain) => {
      deletion.run(annotationId)
      for (const [place, speakerId] of chain.entries()) {
        insertion.run(annotationId, place, speakerId)
      }
    },
    annotationsNaming: (speakerId) =>
      naming.all(speakerId).map((row) => textIn(row, 'annotation_id')),
    countBySpeaker: () =>
      Object.fromEntries(
        counts.all().map((row) => [textIn(row, 'speaker_id'), integerIn(row, 'number')]),
      ),
    isSpeakerInUse: (speakerId) => ofSpeaker.get(speakerId) !== undefined,
  }
}
