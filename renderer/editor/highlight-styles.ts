import type { Label } from '../../shared/model/label.ts'
import { labelHighlight } from './highlight-names.ts'

/** Labels differ by line as well as by colour; the fifth style comes round again after the fifth label. */
const underlineStyles = ['solid', 'dotted', 'wavy', 'dashed', 'double'] as const
export type UnderlineStyle = (typeof underlineStyles)[number]

export function underlineStyleOf(label: Pick<Label, 'position'>): UnderlineStyle {
  return underlineStyles[label.position % underlineStyles.length] ?? 'solid'
}

/** Distance of a lane's underline from the text, in CSS px. A fifth lane and those below it share the lowest line. */
const laneOffsets = [2, 5, 8, 11] as const

/** Lanes come in so many at once: new rules make the browser work out the style of the whole page again. */
const lanesAtOnce = 4

/**
 * The rules that paint labels, for at least as many lanes. A constructed stylesheet: the content security policy allows
 * no inline styles, and labels are data, so no file can hold them.
 */
export function highlightRules(labels: readonly Label[], lanes: number): string {
  const length = lanesAtOnce * Math.max(1, Math.ceil(lanes / lanesAtOnce))
  return labels
    .flatMap((label) => Array.from({ length }, (_, lane) => ruleOf(label, lane)))
    .join('\n')
}

function ruleOf(label: Label, lane: number): string {
  const name = CSS.escape(labelHighlight(label.id, lane))
  const offset = laneOffsets[Math.min(lane, laneOffsets.length - 1)]
  const style = underlineStyleOf(label)
  // Dots and waves need more than a hairline to be told apart.
  const thickness = style === 'wavy' ? 1.25 : style === 'double' ? 1 : 2
  const ink = labelInk(label)
  return `::highlight(${name}) {
  background-color: light-dark(
    color-mix(in oklab, ${label.color} 13%, transparent),
    color-mix(in oklab, ${label.color} 26%, transparent)
  );
  text-decoration: underline ${style} ${thickness}px ${ink};
  text-decoration-skip-ink: none;
  text-underline-offset: ${offset}px;
}
:root[data-theme='contrast'] ::highlight(${name}) {
  background-color: color-mix(in oklab, ${label.color} 10%, transparent);
  text-decoration: underline ${style} ${thickness + 1}px ${strongInk(label)};
}
@media (forced-colors: active) {
  ::highlight(${name}) {
    background-color: Canvas;
    color: CanvasText;
    text-decoration: underline ${style} ${thickness + 1}px LinkText;
  }
}`
}

/** At least 7:1 against black or white for any colour. */
function strongInk({ color }: Pick<Label, 'color'>): string {
  return `light-dark(color-mix(in oklab, ${color} 45%, black), color-mix(in oklab, ${color} 35%, white))`
}

/** The label's colour as ink: darker on light paper, lighter on dark, so that a thin line still reads. */
export function labelInk(label: Pick<Label, 'color'>): string {
  return `light-dark(color-mix(in oklab, ${label.color} 90%, black), color-mix(in oklab, ${label.color} 60%, white))`
}

/** The label's colour as a tint that letters stand on, beside the text. */
export function labelTint({ color }: Pick<Label, 'color'>): string {
  return `color-mix(in oklab, ${color} 20%, transparent)`
}
