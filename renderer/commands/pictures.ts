import { t } from '../../shared/language/translate.ts'
import type { Chart } from '../numbers/chart.ts'
import { csvFile, pngFile, svgFile } from '../numbers/picture-files.ts'
import type { Session } from '../store/session.ts'
import { toBase64 } from './base64.ts'
import { fileStem, startDownload } from './exporting.ts'

/** What a picture is written as, by the ending of the file. */
export const pictureKinds = ['svg', 'png', 'csv'] as const
type PictureKind = (typeof pictureKinds)[number]

/** Writes a chart to a place chosen in the dialog of the desktop, or as a download in the browser. */
export async function exportPicture(
  session: Session,
  kind: PictureKind,
  chart: Chart,
  plot: SVGSVGElement,
): Promise<void> {
  const content = await contentOf(kind, chart, plot)
  if (content === null) {
    session.tell(
      'failure',
      t('commands:pictures.notDrawn', { title: chart.title }),
      t('commands:pictures.notDrawnRemedy'),
    )
    return
  }
  const state = session.store.getState()
  const name = `${fileStem(state)}, ${chart.title}.${kind}`
  let ticket: string | null = null
  if (state.info?.shell !== 'browser') {
    const places = await session.ask('places.choose', {
      purpose: 'exportPicture',
      suggestedName: name,
    })
    const [place] = places ?? []
    if (place === undefined) return
    ticket = place.ticket
  }
  const written = await session.ask('picture.export', { name, content: toBase64(content), ticket })
  if (written === null) return
  if (written.download !== null) startDownload(written.download, written.fileName)
  const { fileName } = written
  session.tell('done', t('commands:pictures.exported', { title: chart.title, fileName }))
}

async function contentOf(
  kind: PictureKind,
  chart: Chart,
  plot: SVGSVGElement,
): Promise<Uint8Array | null> {
  switch (kind) {
    case 'csv':
      return new TextEncoder().encode(csvFile(chart))
    case 'svg':
      return new TextEncoder().encode(svgFile(plot, chart))
    case 'png':
      return pngFile(svgFile(plot, chart))
  }
}
