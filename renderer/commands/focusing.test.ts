import { parseHTML } from 'linkedom'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { focusWithin } from './focusing.ts'

const { document, HTMLElement } = parseHTML('<html><body></body></html>')

/** The id of what got the keyboard. */
function focusedIn(html: string): string | undefined {
  document.body.innerHTML = html
  let id: string | undefined
  vi.spyOn(HTMLElement.prototype, 'focus').mockImplementation(function (this: {
    readonly id: string
  }) {
    id = this.id
  })
  focusWithin(document.body.firstElementChild)
  return id
}

describe('focusWithin', () => {
  beforeEach(() => {
    vi.stubGlobal('HTMLElement', HTMLElement)
    return () => {
      vi.restoreAllMocks()
      vi.unstubAllGlobals()
    }
  })

  it('takes the present row of a list', () => {
    const rows = '<p id="one" tabindex="-1"></p><p id="two" tabindex="0"></p>'
    expect(focusedIn(`<div id="list" tabindex="-1">${rows}</div>`)).toBe('two')
  })

  it('takes the list itself where its present row is not drawn', () => {
    const rows = '<p id="one" tabindex="-1"></p><p id="two" tabindex="-1"></p>'
    expect(focusedIn(`<div id="list" tabindex="-1">${rows}</div>`)).toBe('list')
  })

  it('takes the radio button that is set, and what can be used', () => {
    const radios = '<input id="off" tabindex="-1"><input id="on">'
    expect(focusedIn(`<div>${radios}</div>`)).toBe('on')
    expect(
      focusedIn('<div><button id="no" disabled></button><button id="yes"></button></div>'),
    ).toBe('yes')
  })
})
