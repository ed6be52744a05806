import { maxOccurrences } from '../../shared/contract.ts'
import { t } from '../../shared/language/translate.ts'
import type { Label } from '../../shared/model/label.ts'
import type { Session } from '../store/session.ts'
import { tagOccurrences } from './occurrences.ts'
import { ask, change, runSearch } from './searching.ts'

/** Gives a label to the chosen hits, or to the one that the keyboard is at, as one act. Those that have it already are told. */
export async function tagHits(session: Session, label: Label): Promise<void> {
  const { progress, chosen, current } = session.store.getState().search
  if (progress === null) return
  const wanted = chosen.size > 0 ? [...chosen].toSorted((one, other) => one - other) : [current]
  if (wanted.length > maxOccurrences) {
    session.tell(
      'failure',
      t('commands:taggingHits.tooMany', { count: maxOccurrences }),
      t('commands:taggingHits.tooManyRemedy'),
    )
    return
  }
  await session.outbox.flush()
  const rows = wanted.filter((place) => place >= 0)
  const found = await ask(session, 'search.places', { search: progress.search, rows })
  if (found === null) return
  const free = found.occurrences.filter(({ labels }) => !labels.includes(label.id))
  const tagged = found.occurrences.length - free.length
  if (free.length === 0) {
    session.announce(
      found.occurrences.length === 0
        ? t('commands:taggingHits.chooseHits')
        : t('commands:tagging.already', { label: label.name }),
    )
    return
  }
  tagOccurrences(session, label, free)
  if (tagged > 0) session.tell('done', t('commands:taggingHits.already', { count: tagged }))
  change(session, { chosen: new Set() })
  await runSearch(session, { keepPlace: true })
}
