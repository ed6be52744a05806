import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { contentSecurityPolicy, withNonce } from './content-security-policy.ts'

test('the policy admits the page’s own files and nothing else', () => {
  const directives = contentSecurityPolicy('abc').split('; ')
  expect(Object.fromEntries(directives.map((each) => each.split(/ (.*)/).slice(0, 2)))).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'nonce-abc'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'default',
  })
})

test('every nonce of the page is filled in', () => {
  const page = '<meta nonce="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>'
  expect(withNonce(page, 'abc')).toBe('<meta nonce="abc"><style nonce="abc"></style>')
})

test('the page has no script but those of files, no style attribute and no handler', async () => {
  const page = await readFile(join(import.meta.dirname, '../../renderer/index.html'), 'utf8')
  expect(page.match(/<script[^>]*>[^<]*/g)).toEqual(['<script type="module" src="/main.tsx">'])
  expect(page).not.toMatch(/\s(on\w+|style)=|javascript:/i)
})
