import type { Page } from '@playwright/test'

import { expect } from './test.ts'

/** Requests of a page, its frames and workers that go anywhere but to the page’s own shell. */
export function watchRequests(page: Page): { readonly own: string[]; readonly foreign: string[] } {
  const requests = { own: new Array<string>(), foreign: new Array<string>() }
  const origin = new URL(page.url()).origin
  page.context().on('request', (request) => {
    const url = request.url()
    const isOwn = url.startsWith(`${origin}/`) || /^(?:data|blob):/.test(url)
    requests[isOwn ? 'own' : 'foreign'].push(url)
  })
  return requests
}

/**
 * Runs in the page before its own scripts: notes every element and attribute that hostile words have become, however
 * briefly. What a page of ours holds itself has no handlers in attributes, no frames, no pictures from anywhere.
 */
export function noteHarm(): void {
  const harm: string[] = []
  Object.assign(globalThis, { harm })
  const foreign =
    'iframe,object,embed,base,form[action],math,video,audio,source,marquee,details[ontoggle],noscript,animate,foreignObject,body script,body style,body meta,body link,img:not([src^="data:"]),image,use'
  const loading = new Set([
    'href',
    'src',
    'srcset',
    'srcdoc',
    'action',
    'formaction',
    'xlink:href',
    'data',
    'poster',
  ])

  function look(element: Element): void {
    if (element.matches(foreign)) harm.push(element.outerHTML.slice(0, 300))
    for (const { name, value } of element.attributes) {
      const runs = name.startsWith('on')
      const loads = loading.has(name) && /hostile|script:|^data:text/i.test(value)
      const paints = name === 'style' && value.includes('hostile')
      if (runs || loads || paints) harm.push(`${element.tagName} ${name}=${value.slice(0, 200)}`)
    }
  }

  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element) look(target)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue
        look(node)
        for (const below of node.querySelectorAll('*')) look(below)
      }
    }
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}

/** Nothing ran that should not have, and nothing stands in the page but text. */
export async function expectNoHarm(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    harm: Reflect.get(globalThis, 'harm'),
    ran: Reflect.has(globalThis, 'hostileRan'),
  }))
  expect.soft(found, where).toEqual({ harm: [], ran: false })
}
