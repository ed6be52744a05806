import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'

import { setLanguage } from '../../shared/language/translate.ts'
import { Trans } from './trans.tsx'

afterEach(() => setLanguage('en'))

function shown(who: string): string {
  return renderToStaticMarkup(
    <Trans
      message="panels:heldElsewhere.shown"
      parts={{ who: <strong role="status" /> }}
      values={{ who, time: '15:04' }}
    />,
  )
}

test('elements stand where the text has them', () => {
  expect(shown('Ana has it.')).toBe(
    '<strong role="status">Ana has it.</strong> Shown as it was saved there at 15:04.',
  )
})

test('what somebody typed is text, whatever it looks like', () => {
  for (const typed of [
    '</who><script>',
    '&lt;b&gt;',
    '{{time}}',
    '$t(common:close)',
    '<0>&nbsp;',
  ]) {
    const html = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(shown(typed)).toContain(`<strong role="status">${html}</strong> Shown`)
  }
})

test('it speaks as the rest does', async () => {
  await setLanguage('ru')
  expect(shown('Ана')).toBe(
    '<strong role="status">Ана</strong> Показан таким, каким был сохранён там в 15:04.',
  )
})
