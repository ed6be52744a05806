import { t } from '../../shared/language/translate.ts'

/** What queries are shown by example, each in words of the language. */
export const searchExamples = [
  'words',
  'phrase',
  'beginning',
  'either',
  'within',
  'without',
  'dated',
  'expression',
] as const

/** What can be looked for, while nothing is. */
export function SearchHelp() {
  return (
    <div className="search-help">
      <p>{t('search:help.lead')}</p>
      <dl>
        {searchExamples.map((example) => (
          <div key={example}>
            <dt>
              <code>{t(`search:help.${example}.query`)}</code>
            </dt>
            <dd>{t(`search:help.${example}.meaning`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
