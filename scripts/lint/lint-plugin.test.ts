import { RuleTester } from 'oxlint/plugins-dev'
import { describe, it } from 'vitest'

import { messageValues } from './message-values.ts'
import { noUntranslatedText } from './no-untranslated-text.ts'
import { translateLate } from './translate-late.ts'

RuleTester.describe = describe
RuleTester.it = it

const tester = new RuleTester({ languageOptions: { parserOptions: { lang: 'tsx' } } })

/** Code in which one thing is found. */
function found(code: string) {
  return { code, errors: 1 }
}

tester.run('no-untranslated-text', noUntranslatedText, {
  valid: [
    `<p className="button button-quiet" lang="en" role="alert">{t('common:close')}</p>`,
    `<h1>Verbatim</h1>`,
    `<b>{count} / {all}, …</b>`,
    `<i transform={'translate(1 2)' + (up ? ' rotate(-90)' : '')} />`,
    `if (event.key === 'Enter' || kind === 'Some kind') go('nextUnfinished')`,
    `import { a } from 'a module/Name'`,
    `type Kind = 'One thing' | 'Another'`,
    `throw new Error('There is no such thing.')`,
    `document.querySelector('.list [role="option"]')`,
    `const command = { id: 'Note', keys: ['Escape'], scope: 'window' }`,
    'const id = `status-${status}`',
  ],
  invalid: [
    found(`<p>Not found</p>`),
    found(`<p>{missing ? 'gone' : time}</p>`),
    found('<p>{`${shown} of `}</p>'),
    found(`<Button aria-label="close" />`),
    found('<Button aria-label={`Forget ${name}`} />'),
    found(`<Choice label={isShort ? 'order' : long} />`),
    found(`<Fact name="Imported" />`),
    found('<Range unit={(value) => `${value} px`} />'),
    found(`const command = { id: 'note', title: 'note', scope: 'window' }`),
    found(`const names = { saved: 'Saved' }`),
    found(`session.announce('Nothing changed.')`),
    found('const words = `${count} documents`'),
    found(`const all = parts.join(' and ')`),
  ],
})

tester.run('translate-late', translateLate, {
  valid: [
    `const name = () => t('common:close')`,
    `function say() { return [formatNumber(1)] }`,
    `const list = { get name() { return t('common:close') } }`,
  ],
  invalid: [
    found(`const name = t('common:close')`),
    found(`const commands = [{ title: t('common:close') }]`),
    found(`const max = formatNumber(5000)`),
  ],
})

tester.run('message-values', messageValues, {
  valid: [
    `t('common:close')`,
    `t('panels:start.forget', { name })`,
    `t('dialogs:preferences.characters', { count: 5 })`,
    `t('panels:start.forget', values)`,
    't(`commands:groups.${group}`)',
  ],
  invalid: [
    found(`t('panels:start.forget')`),
    found(`t('common:close', { name })`),
    { code: `t('panels:start.forget', { title })`, errors: 2 },
  ],
})
