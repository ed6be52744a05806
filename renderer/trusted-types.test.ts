import { expect, test } from 'vitest'

import { pagePolicy } from './trusted-types.ts'

const { createHTML, createScriptURL } = pagePolicy('app://verbatim')

test.each(['', '&amp;', '&eacute;', '&frac12;'])(
  '%j holds no element and is let through',
  (html) => {
    expect(createHTML(html)).toBe(html)
  },
)

test.each(['<b>', '&lt;img src=x onerror=alert(1)&gt;', '&amp;<script>', 'a', '&;', '&amp;\n<i>'])(
  '%j does not become HTML',
  (html) => {
    expect(() => createHTML(html)).toThrow(TypeError)
  },
)

test.each(['/assets/find-worker.js', 'app://verbatim/assets/find-worker.js'])(
  'the page’s own script %s is loaded',
  (url) => {
    expect(createScriptURL(url)).toBe(url)
  },
)

test.each([
  'https://evil.example/x.js',
  '//evil.example/x.js',
  'app://verbatim.evil.example/x.js',
  'data:text/javascript,1',
  'blob:app://verbatim/1',
  'javascript:1',
])('a script of %s is not', (url) => {
  expect(() => createScriptURL(url)).toThrow(TypeError)
})
