import { t } from '../../../shared/language/translate.ts'
import { differenceOf } from '../../../shared/text/difference.ts'
import { visibleParts, type Spelling } from '../../../shared/text/visible-characters.ts'

/** What the source says beside what is there: what differs is underlined or struck through, what cannot be seen is shown by signs. */
export function Difference({
  expected,
  found,
}: {
  readonly expected: string
  readonly found: string
}) {
  const pieces = differenceOf(expected, found).map((piece, place) => ({ ...piece, place }))
  const spelling = spellingFor(pieces)
  return (
    <dl className="difference">
      <dt>{t('panels:review.sourceSays')}</dt>
      <dd dir="auto">
        {pieces.map(({ isSame, expected: text, place }) =>
          isSame ? (
            <Visible key={place} spelling="reading" text={text} />
          ) : (
            <ins key={place}>
              <Visible spelling={spelling} text={text} />
            </ins>
          ),
        )}
      </dd>
      <dt>{t('panels:review.thereIs')}</dt>
      <dd dir="auto">
        {pieces.map(({ isSame, found: text, place }) =>
          isSame ? (
            <Visible key={place} spelling="reading" text={text} />
          ) : (
            <del key={place}>
              <Visible spelling={spelling} text={text} />
            </del>
          ),
        )}
      </dd>
    </dl>
  )
}

/** Texts that look the same are told apart by the numbers of their characters. */
function spellingFor(
  pieces: readonly { readonly expected: string; readonly found: string }[],
): Spelling {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase()
  const [one, other] = [
    pieces.map(({ expected }) => expected).join(''),
    pieces.map(({ found }) => found).join(''),
  ]
  return plain(one) === plain(other) ? 'codePoints' : 'whiteSpace'
}

function Visible({ text, spelling }: { readonly text: string; readonly spelling: Spelling }) {
  return visibleParts(text, spelling)
    .map((part, place) => ({ ...part, place }))
    .map((part) =>
      part.kind === 'text' ? (
        <span key={part.place}>{part.text}</span>
      ) : (
        <span
          className="sign"
          key={part.place}
          title={part.name === null ? part.text : t(`review:characters.${part.name}`)}
        >
          {part.text}
        </span>
      ),
    )
}
