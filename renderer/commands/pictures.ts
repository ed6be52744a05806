import type { Chart } from '../numbers/chart.ts'
import { csvFile, pngFile, svgFile, withoutIsolates } from '../numbers/picture-files.ts'
import type { Session } from '../store/session.ts'
import { toBase64 } from './base64.ts'
import { startDownload } from './exporting.ts'

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
      `“${chart.title}” could not be drawn as PNG.`,
      'Nothing was written. Export it as SVG.',
    )
    return
  }
  const { info, project } = session.store.getState()
  const stem = project?.fileName.replace(/\.verbatim$/i, '') ?? 'Untitled'
  const name = `${stem}, ${withoutIsolates(chart.title)}.${kind}`
  let ticket: string | null = null
  if (info?.shell !== 'browser') {
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
  session.tell('done', `“${chart.title}” exported to “${written.fileName}”.`)
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
