import { describe, expect, it } from 'vitest'

import { readFileAs, sampleOf, sourceFileOf } from '../source-file.fixture.ts'
import { emlFormat } from './eml.ts'

const heads = [
  'Message-ID: <1@news.example>',
  'Date: Wed, 4 Mar 2026 05:06:07 +0100',
  'From: =?utf-8?Q?Jo_Wr=C3=AEter?= <jo@news.example>',
  'To: Desk <desk@news.example>, kim@news.example',
  'Subject: =?utf-8?B?RGFtIHdpbGwgaG9sZCDwn5GN?=',
  'MIME-Version: 1.0',
]

function mail(...lines: readonly string[]): string {
  return [...heads, ...lines].join('\r\n')
}

async function read(content: string | Uint8Array) {
  return readFileAs(emlFormat, sourceFileOf('inbox/a.eml', content))
}

describe('a mail', () => {
  it('is its text part, with its heads', async () => {
    const content = mail(
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=windows-1252',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '=93It holds,=94 she sa=',
      'id.',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Other</p>',
      '--b--',
      '',
    )
    expect(await read(content)).toMatchObject({
      documents: [
        {
          text: expect.stringMatching(/^“It holds,” she said\.\n?$/),
          metadata: {
            title: 'Dam will hold 👍',
            author: 'Jo Wrîter',
            date: '2026-03-04T04:06:07.000Z',
            source: null,
            other: {
              From: 'Jo Wrîter <jo@news.example>',
              To: 'Desk <desk@news.example>, kim@news.example',
              'Message-ID': '<1@news.example>',
            },
          },
          changed: [],
        },
      ],
      refused: [],
    })
  })

  it('is its page where it has no text part, all of it and nothing hidden', async () => {
    const content = mail(
      'Content-Type: text/html; charset=utf-8',
      '',
      '<div style="display:none">Preview</div><p>One</p><script>x()</script><table><tr><td>Two</td></tr></table>',
    )
    expect(await read(content)).toMatchObject({ documents: [{ text: 'One\n\nTwo' }] })
  })

  it('lists its attachments and has the messages in it', async () => {
    const content = mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below.',
      '--b',
      'Content-Type: application/pdf; name="report.pdf"',
      'Content-Disposition: attachment; filename="report.pdf"',
      '',
      'x',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: Kim <kim@news.example>',
      'Subject: Inner',
      '',
      'The inner text.',
      '--b--',
    )
    const { documents } = await read(content)
    expect(documents[0]?.text).toMatch(/See below\.[^]*Kim[^]*Inner[^]*The inner text\./)
    expect(documents[0]?.changed).toMatchObject([
      { reason: expect.stringContaining('“report.pdf”') },
    ])
  })

  it('is known by its heads', async () => {
    const recognised = async (path: string, content: string) =>
      emlFormat.recognise(await sampleOf(sourceFileOf(path, content)))
    expect(await recognised('a.txt', mail('', 'Text'))).toBe('certain')
    expect(await recognised('a', `From jo@x Wed Mar 4 05:06:07 2026\n${mail('', 'Text')}`)).toBe(
      'certain',
    )
    expect(await recognised('a.eml', 'Subject: A\n\nText')).toBe('likely')
    expect(await recognised('a.eml', 'Just a text')).toBe('no')
    expect(await recognised('a.txt', 'From: Kim\nDate: today\n\nA press release')).toBe('no')
    expect(await recognised('a.txt', 'She said:\nFrom: a\nDate: b\nReceived: c')).toBe('no')
  })

  it.each([
    ['no text', mail('Content-Type: application/pdf', '', 'x'), 'empty'],
    ['parts in parts without end', mail(...nested(100), ''), 'damaged'],
    [
      'very many parts',
      mail('Content-Type: multipart/mixed; boundary=b', '', ...Array<string>(5000).fill('--b')),
      'hostile',
    ],
    ['heads without end', mail(`X: ${'x'.repeat(2_000_000)}`, '', 'Text'), 'damaged'],
    [
      'a page that nests without end',
      mail('Content-Type: text/html', '', '<b>'.repeat(1_000_000)),
      'hostile',
    ],
  ])('is refused with %s', async (_, content, code) => {
    expect(await read(content)).toMatchObject({ documents: [], refused: [{ thing: 'file', code }] })
  })

  it('may be one long line, or be cut short', async () => {
    const long = await read(mail('', 'x '.repeat(2_000_000)))
    expect(long.documents[0]?.text).toHaveLength(4_000_001)
    const cut = await read(mail('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Cut'))
    expect(cut.documents[0]?.text).toContain('Cut')
  })
})

function nested(depth: number): readonly string[] {
  return Array.from({ length: depth }, (_, level) => [
    `Content-Type: multipart/mixed; boundary=b${level}`,
    '',
    `--b${level}`,
  ]).flat()
}
