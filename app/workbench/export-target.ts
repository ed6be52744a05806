import { t } from '../../shared/language/translate.ts'
import { failure, success, type Result } from '../../shared/result.ts'
import type { Places } from './places.ts'

/** Where exports wait that a page is going to download. */
export type DownloadDelivery = {
  /** A path where the file can be written. */
  readonly reserve: (fileName: string) => Promise<string>
  /** Gives a written file an address below the page's own origin. */
  readonly offer: (path: string, fileName: string) => string
}

/** How exports reach whoever asked for them. */
export type ExportChannels = {
  readonly places: Places
  /** `null` where there are no downloads. */
  readonly delivery: DownloadDelivery | null
}

/** The path to write to: the place behind a ticket, or one reserved for a download where that is `null`. */
export async function exportPath(
  ticket: string | null,
  suggestedName: string,
  { places, delivery }: ExportChannels,
): Promise<Result<string>> {
  if (ticket !== null) return places.resolve(ticket)
  if (delivery !== null) return success(await delivery.reserve(suggestedName))
  return failure(
    'notAvailable',
    t('failures:exporting.noDownloads'),
    t('failures:exporting.chooseFile'),
  )
}
