import type { CSSProperties } from 'react'

import type { Label } from '../../shared/model/label.ts'
import { labelInk, labelTint, underlineStyleOf } from '../editor/highlight-styles.ts'

/** Letters with the label's own tint and underline: the same sign as in the text. */
export function LabelSwatch({ label }: { readonly label: Label }) {
  const style: CSSProperties = {
    backgroundColor: labelTint(label),
    textDecorationLine: 'underline',
    textDecorationStyle: underlineStyleOf(label),
    textDecorationColor: labelInk(label),
  }
  // The letters come from the stylesheet: they are a picture, not words.
  return <span aria-hidden="true" className="label-swatch" style={style} />
}
