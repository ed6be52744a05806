import { describe, expect, it } from 'vitest'

import { guessColumns } from './guess-columns.ts'

const article = 'The minister said on Monday that the dam would hold. '.repeat(8)

function guess(row: Readonly<Record<string, string>>) {
  return guessColumns(Object.keys(row), [new Map(Object.entries(row))])
}

describe('the guess which column is what', () => {
  it.each([
    ['English', ['Headline', 'Body_Text', 'Byline', 'Published At', 'URL', 'Outlet', 'lang']],
    ['German', ['Überschrift', 'Volltext', 'Autor', 'Datum', 'Link', 'Quelle', 'Sprache']],
    ['Russian', ['Заголовок', 'Текст', 'Автор', 'Дата', 'Ссылка', 'Источник', 'Язык']],
    ['Korean', ['제목', '본문', '기자', '날짜', '링크', '언론사', '언어']],
    ['Arabic', ['العنوان', 'النص', 'الكاتب', 'التاريخ', 'الرابط', 'المصدر', 'اللغة']],
    ['Chinese', ['标题', '正文', '作者', '日期', '链接', '来源', '语言']],
  ])(
    'knows names in %s',
    (_, [title = '', text = '', author = '', date = '', url = '', source = '', language = '']) => {
      const row = {
        [title]: 'x',
        [text]: article,
        [author]: 'x',
        [date]: 'x',
        [url]: 'x',
        [source]: 'x',
        [language]: 'x',
      }
      expect(guess(row)).toEqual({
        guess: { text, title, author, date, url, source, language },
        sure: true,
      })
    },
  )

  it.each([
    ['much longer than any other', { a: 'x', b: article }, 'b', true],
    ['the only one', { b: 'Short' }, 'b', true],
    ['hardly longer', { a: article, b: `${article}more` }, 'b', false],
    ['short', { a: 'x', b: 'Some words' }, 'b', false],
    [
      'called so, with another of such a name',
      { content: 'Words and words', text: 'Words and more words' },
      'text',
      false,
    ],
    ['called so, but another is much longer', { text: 'Words', b: article }, 'text', false],
    ['called so, short as it is', { id: '17', text: 'Words' }, 'text', true],
  ])('takes the column that is %s', (_, row, text, sure) => {
    expect(guess(row)).toMatchObject({ guess: { text }, sure })
  })

  it('is none where nothing is in any row', () => {
    expect(guessColumns(['a', 'b'], [])).toEqual({ guess: null, sure: false })
  })
})
