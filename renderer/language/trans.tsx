import { cloneElement, createElement, Fragment, type ReactElement } from 'react'

import type { MessageKey, MessageValues } from '../../shared/language/message-key.ts'
import { piecesOf } from '../../shared/language/translate.ts'

/** A sentence with elements in it, which translators may move: `Press <key>{{key}}</key> to go on.` */
export function Trans({
  message,
  parts,
  values = noValues,
}: {
  readonly message: MessageKey
  /** The elements, without content, by the names that the text has for them. */
  readonly parts: Readonly<Record<string, ReactElement>>
  readonly values?: MessageValues
}) {
  const pieces = piecesOf(message, values).map(({ part, text }) => {
    const element = part === null ? undefined : parts[part]
    return element === undefined ? text : cloneElement(element, {}, text)
  })
  // One after the other: pieces of a text have no keys of their own.
  return createElement(Fragment, null, ...pieces)
}

const noValues: MessageValues = {}
