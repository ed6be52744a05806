import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'

import GithubSlugger from 'github-slugger'
import { expect, test } from 'vitest'

import { headingsIn, markdownPage, markdownPages, nodesIn, root } from './markdown-pages.ts'

const pages = markdownPages()

/** Where every link and picture of a page leads, as it is written. */
const linksOf = (page: (typeof pages)[number]): readonly string[] =>
  [...nodesIn(page.tree)].flatMap((node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      return [node.url]
    }
    if (node.type !== 'html') return []
    return Array.from(
      node.value.matchAll(/\b(?:src|srcset|href)="([^"]*)"/g),
      ([, url]) => url ?? '',
    )
  })

const links = pages.flatMap((page) => linksOf(page).map((url) => ({ from: page.path, url })))
const isOutside = (url: string): boolean => /^[a-z]+:/i.test(url)

test('there are links', () => {
  expect(links.length).toBeGreaterThan(40)
})

test('every link within the repository leads to a file that is there', () => {
  const broken = links.filter(({ from, url }) => {
    const path = targetOf(from, url)
    return !isOutside(url) && !existsSync(join(root, path))
  })
  expect(broken).toEqual([])
})

test('every anchor is a heading of its page', () => {
  const broken = links.filter(({ from, url }) => {
    const [, anchor] = url.split('#')
    const path = targetOf(from, url)
    if (isOutside(url) || anchor === undefined) return false
    return !path.endsWith('.md') || !anchorsOf(path).includes(anchor)
  })
  expect(broken).toEqual([])
})

test('links to elsewhere are whole and encrypted', () => {
  const broken = links.filter(({ url }) => isOutside(url) && URL.parse(url)?.protocol !== 'https:')
  expect(broken).toEqual([])
})

test('every page of the guide is in its list', () => {
  const start = 'docs/guide/README.md'
  const listed = new Set(
    links.filter(({ from }) => from === start).map(({ from, url }) => targetOf(from, url)),
  )
  const guide = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/guide/'))
  expect(guide.filter((path) => path !== start && !listed.has(path))).toEqual([])
})

/** The path of what a link leads to, relative to the repository; the page itself where the link is an anchor alone. */
function targetOf(from: string, url: string): string {
  const [path = ''] = url.split('#')
  return path === '' ? from : posix.join(posix.dirname(from), decodeURIComponent(path))
}

function anchorsOf(path: string): readonly string[] {
  const slugger = new GithubSlugger()
  return headingsIn(markdownPage(path)).map((heading) => slugger.slug(heading))
}
