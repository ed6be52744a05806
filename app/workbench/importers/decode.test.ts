import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mapLineEnds, normalizeLineEnds } from '../../../shared/text/line-ends.ts'
import { decodeText } from './decode.ts'
import { encodeDoubleByte, encodeSingleByte, encodeUtf16 } from './encode.fixture.ts'

function decode(bytes: Uint8Array) {
  const result = decodeText({ name: 'article.txt', bytes })
  if (!result.ok) return result
  const { notUtf8At: _, ...value } = result.value
  return { ...result, value }
}

function decoded(text: string, encoding: string, byteOrderMark: boolean) {
  return { ok: true, value: { text, encoding, byteOrderMark } }
}

function failureOf(bytes: Uint8Array) {
  const result = decode(bytes)
  if (result.ok) throw new Error(`read as ${result.value.encoding}: ${result.value.text}`)
  return result.failure
}

/** Any Unicode text with line ends of all kinds, not only white space, and no zero character. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 6, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      fc.constantFrom('\n', '\r\n', '\r', '\uFEFF', '👨‍👩‍👧‍👦', 'e\u0301', '\u2028'),
    ),
  )
  .map((pieces) => pieces.join('').replaceAll('\0', ''))
  .filter((text) => text.trim() !== '')

const westernSentences = [
  'Il a dit : « Été comme hiver, c’est déjà réglé. »',
  'The café is “closed” – for good — he said.',
  'It costs €5, the minister’s office said.',
  '“No,” she said.',
  'naïve façade',
  'Der Außenminister äußerte sich überhaupt nicht.',
  '„Größe ist relativ“, sagte Müller.',
  'El niño comió en la mañana. ¿Qué pasó? ¡Nada!',
  'A ação não é só do João; é também da Ângela.',
  'Perché no? È già così, là e qui.',
  'Jag såg på när älgen gick över ån.',
  'Rødgrød med fløde på øen Ærø.',
  'Þetta er ekki rétt, sagði hún á Íslandi.',
  'Één van de reünies begon te laat.',
  'Œuvre complète : 20 % de réduction à Orléans…',
  'Résumé',
  '“Ja”',
  'Señor Núñez',
  '5 £ or 6 ¥ — § 4, ¶ 2',
]

describe('decodeText', () => {
  it('reads any Unicode text with a byte order mark exactly as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decode(Buffer.from(`\uFEFF${text}`))).toEqual(decoded(text, 'utf-8', true))
        for (const order of ['utf-16le', 'utf-16be'] as const) {
          expect(decode(encodeUtf16(`\uFEFF${text}`, order))).toEqual(decoded(text, order, true))
        }
      }),
    )
  })

  it('reads UTF-8 without a mark, and keeps every source offset through the line-end map', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(!text.startsWith('\uFEFF') && !/\p{Cc}(?<!\s)/u.test(text))
        expect(decode(Buffer.from(text))).toEqual(decoded(text, 'utf-8', false))
        const stored = normalizeLineEnds(text)
        const map = mapLineEnds(stored.text, stored.lineEnds)
        for (let offset = 0; offset <= text.length; offset += 1) {
          const before = normalizeLineEnds(text.slice(0, offset)).text.length
          const insideCrlf = text[offset - 1] === '\r' && text[offset] === '\n'
          expect(map.toStored(offset)).toBe(insideCrlf ? before - 1 : before)
        }
      }),
    )
  })

  it.each([
    ['Latin', 'The minister said nothing.\r\nNothing at all.'],
    ['accented Latin', '“Été,” dit-il — déjà réglé.'],
    ['one word', 'No'],
    ['Cyrillic', 'Министр отверг обвинения. «Это неправда», — сказал он.'],
    ['one Cyrillic word', 'Опровержение.'],
    ['Greek', 'Ο υπουργός αρνήθηκε τα πάντα.'],
    ['Arabic', 'نفى الوزير ذلك، وقال: «هذا غير صحيح».'],
    ['Hebrew', 'השר הכחיש את הדברים.'],
    ['Thai', 'รัฐมนตรีปฏิเสธข้อกล่าวหา เมื่อวันจันทร์'],
    ['Hindi', 'मंत्री ने आरोपों से इनकार किया।\n'],
    ['Japanese', '大臣は「事実ではない」と述べた。\n'],
    ['Chinese', '外交部发言人否认了这一说法。\n'],
    ['Chinese without line ends or spaces', '外交部发言人昨天表示，这一说法与事实不符。'],
    ['Chinese with a byte like a space', '足夠了。\n'],
    ['Tamil', 'அமைச்சர் குற்றச்சாட்டை மறுத்தார்.'],
    ['Telugu', 'మంత్రి ఆరోపణలను ఖండించారు.'],
    ['Korean', '장관은 의혹을 부인했다.'],
    ['emoji', '👍 fine 👨‍👩‍👧‍👦'],
  ])('reads UTF-16 without a mark in both byte orders: %s', (_, text) => {
    expect(decode(encodeUtf16(text, 'utf-16le'))).toEqual(decoded(text, 'utf-16le', false))
    expect(decode(encodeUtf16(text, 'utf-16be'))).toEqual(decoded(text, 'utf-16be', false))
  })

  it.each([...westernSentences, 'é', 'À', '€', '…', 'ÄÖÜ é', 'ÀÉÈÙÇ'])(
    'reads short windows-1252 as such: %s',
    (text) => {
      expect(decode(encodeSingleByte(text, 'windows-1252'))).toEqual(
        decoded(text, 'windows-1252', false),
      )
    },
  )

  it('reads any mix of Western sentences in windows-1252 as such', () => {
    const mixes = fc.array(fc.constantFrom(...westernSentences), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(mixes, fc.constantFrom(' ', '\r\n', '\n\n'), (sentences, joint) => {
        const text = sentences.join(joint)
        expect(decode(encodeSingleByte(text, 'windows-1252'))).toEqual(
          decoded(text, 'windows-1252', false),
        )
      }),
      { numRuns: 400 },
    )
  })

  const russian =
    'Министр отверг обвинения в среду. «Это неправда», — сказал он журналистам после заседания правительства.'
  const japanese =
    '大臣は水曜日、記者団に対し「それは事実ではない」と述べ、疑惑を全面的に否定した。政府はこれまで説明を拒んでいる。'
  const chinese =
    '外交部发言人星期三在记者会上否认了有关的说法。他说，这些报道没有事实根据，政府将在适当的时候公布调查的结果。'

  it.each(['windows-1251', 'koi8-r'])('reads Russian in %s', (encoding) => {
    const text = encoding === 'koi8-r' ? russian.replaceAll(/[«»—]/g, '-') : russian
    expect(decode(encodeSingleByte(text, encoding))).toEqual(decoded(text, encoding, false))
  })

  it('reads Japanese and Chinese in their own encodings', () => {
    expect(decode(encodeDoubleByte(japanese, 'shift_jis'))).toEqual(
      decoded(japanese, 'shift_jis', false),
    )
    expect(decode(encodeDoubleByte(chinese, 'gb18030'))).toEqual(decoded(chinese, 'gb18030', false))
  })

  it('refuses UTF-32 by its name', () => {
    const little = Uint8Array.of(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0)
    const big = Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41)
    for (const bytes of [little, big]) {
      expect(failureOf(bytes)).toMatchObject({ code: 'undecodable' })
      expect(failureOf(bytes).message).toContain('UTF-32')
    }
  })

  it('refuses half a character in UTF-16 and says in which line', () => {
    const text = 'First line\nbroken \uD83D here'
    for (const source of [text, `\uFEFF${text}`]) {
      const failure = failureOf(encodeUtf16(source, 'utf-16le'))
      expect(failure.code).toBe('undecodable')
      expect(failure.message).toContain('line 2')
    }
    const cut = encodeUtf16('\uFEFFcut off', 'utf-16be').subarray(0, -1)
    expect(failureOf(cut).code).toBe('undecodable')
  })

  it('says which line is not UTF-8 where it had to guess the encoding', () => {
    const lineOf = (bytes: Uint8Array) => {
      const result = decodeText({ name: 'article.txt', bytes })
      return result.ok ? result.value.notUtf8At : null
    }
    expect(lineOf(encodeSingleByte('one\r\ntwo\ndéjà vu', 'windows-1252'))).toBe(3)
    expect(lineOf(Buffer.from('one\ndéjà vu'))).toBeUndefined()
    expect(lineOf(encodeUtf16('\uFEFFdéjà vu', 'utf-16le'))).toBeUndefined()
  })

  it('refuses damaged UTF-8 instead of reading it as windows-1252', () => {
    const whole = Buffer.from('Été.\nÀ bientôt, déjà vu: “oui” — non.')
    expect(failureOf(whole.subarray(0, whole.indexOf('—') + 1)).code).toBe('undecodable')
    const broken = Buffer.concat([whole, Buffer.of(0xc3), Buffer.from(' fin')])
    expect(failureOf(broken)).toMatchObject({
      code: 'undecodable',
      message: expect.stringContaining('line 2'),
    })
    const marked = Buffer.concat([Buffer.from('\uFEFFa'), Buffer.of(0xff)])
    expect(failureOf(marked).code).toBe('undecodable')
  })

  it.each([
    ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ')],
    ['ZIP', Buffer.from('PK\u0003\u0004 and so on')],
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['SQLite', Buffer.from('SQLite format 3\0')],
    ['ELF', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['zero bytes in text', Buffer.from('name\0value\0other text\0')],
    ['zero bytes alone', Buffer.alloc(64)],
    ['counting bytes', Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256))],
    ['control characters', Buffer.from('\u0001\u0002ab\u0003\u0004cd\u0005')],
    ['a zero character after a mark', Buffer.from('\uFEFFa\0b')],
  ])('refuses what is not text: %s', (_, bytes) => {
    expect(failureOf(bytes).code).toBe('binary')
  })

  it('refuses a text with a zero byte anywhere', () => {
    const sentences = westernSentences.filter(({ length }) => length > 20)
    for (const text of [...sentences, russian, chinese]) {
      const western = sentences.includes(text)
      const encoded = western ? [encodeSingleByte(text, 'windows-1252')] : []
      for (const whole of [Buffer.from(text), ...encoded]) {
        for (let place = 0; place < whole.length; place += 1) {
          const [before, after] = [whole.subarray(0, place), whole.subarray(place + 1)]
          for (const middle of [[0], [0, whole[place] ?? 0]]) {
            expect(decode(Buffer.concat([before, Buffer.from(middle), after])).ok).toBe(false)
          }
        }
      }
    }
  })

  it('refuses noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2000, maxLength: 2400, size: 'max' }), (bytes) => {
        expect(decode(bytes).ok).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['a mark alone', Buffer.from('\uFEFF')],
    ['white space', Buffer.from(' \n\t\u00A0\r\n')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses a file without words: %s', (_, bytes) => {
    expect(failureOf(bytes).code).toBe('empty')
  })
})
