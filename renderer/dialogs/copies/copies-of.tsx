import { Check } from 'lucide-react'
import { useState } from 'react'
import { Button, GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { openCopy, showCopiesOf } from '../../commands/copies.ts'
import { Choice } from '../../controls/choice.tsx'
import { useSession, useWorkbench } from '../../store/use-session.ts'
import { StepHeading } from '../job/step-heading.tsx'
import { CarryingPreview } from './carrying-preview.tsx'
import { carrierWords, likenessWords, type Carrier } from './copies-words.ts'

/** In CSS px: a title and a line of facts. */
const layout = { rowHeight: 52 }

/** The documents that carry one article: to read, and to carry annotations over from one to others. */
export function CopiesOf({
  carriers,
}: {
  /** Two or more; the first is the one that the others were compared with. */
  readonly carriers: readonly Carrier[]
}) {
  const session = useSession()
  const readOnly = useWorkbench(({ project }) => project?.readOnly !== null)
  const [fromId, setFromId] = useState(carriers[0]?.summary.document.id ?? '')
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const [isPreviewed, setIsPreviewed] = useState(false)
  const from = carriers.find(({ summary }) => summary.document.id === fromId) ?? carriers[0]
  const others = carriers.filter((carrier) => carrier !== from)
  const ids = others.map(({ summary }) => summary.document.id)
  const ticked = ids.filter((id) => !unticked.has(id))
  if (from === undefined) return null
  const source = from.summary.document
  if (isPreviewed) {
    return (
      <CarryingPreview
        from={source}
        onBack={() => {
          setIsPreviewed(false)
        }}
        to={ticked}
      />
    )
  }
  return (
    <>
      <StepHeading>{carriers[0]?.summary.document.title}</StepHeading>
      <div className="copies-from">
        <Choice label={t('jobs:copies.from')} onChange={setFromId} value={source.id}>
          {carriers.map((carrier) => (
            <option key={carrier.summary.document.id} value={carrier.summary.document.id}>
              {`${carrier.summary.document.title} · ${carrierWords(carrier)}`}
            </option>
          ))}
        </Choice>
        <Button
          aria-label={t('jobs:copies.openTitle', { title: source.title })}
          className="button"
          onPress={() => void openCopy(session, source.id)}
        >
          {t('jobs:copies.open')}
        </Button>
      </div>
      <p className="copies-to">{t('jobs:copies.to')}</p>
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <GridList
          aria-label={t('jobs:copies.to')}
          className="occurrence-list copies-carriers"
          escapeKeyBehavior="none"
          items={others.map((carrier) => ({ ...carrier, id: carrier.summary.document.id }))}
          onSelectionChange={(keys) => {
            setUnticked(new Set(keys === 'all' ? [] : ids.filter((id) => !keys.has(id))))
          }}
          selectedKeys={ticked}
          selectionBehavior="toggle"
          selectionMode="multiple"
        >
          {(carrier) => <CarrierRow carrier={carrier} />}
        </GridList>
      </Virtualizer>
      {readOnly ? <p className="dialog-remark">{t('jobs:copies.readOnly')}</p> : null}
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            showCopiesOf(session, null)
          }}
        >
          {t('jobs:copies.all')}
        </Button>
        <Button
          className="button button-primary"
          isDisabled={readOnly || ticked.length === 0 || from.summary.annotations === 0}
          onPress={() => {
            setIsPreviewed(true)
          }}
        >
          {t('jobs:copies.preview')}
        </Button>
      </div>
    </>
  )
}

function CarrierRow({ carrier }: { readonly carrier: Carrier }) {
  const session = useSession()
  const { copy } = carrier
  const { id, title } = carrier.summary.document
  const facts = [
    copy === null ? t('jobs:copies.comparedWith') : likenessWords(copy),
    carrierWords(carrier),
  ].join(' · ')
  return (
    <GridListItem className="occurrence" id={id} textValue={`${title}, ${facts}`}>
      <span className="occurrence-tick">
        <Check aria-hidden="true" size={12} strokeWidth={3} />
      </span>
      <span className="copies-carrier">
        <span className="copies-title" dir="auto">
          {title}
        </span>
        <span className="copies-facts">{facts}</span>
      </span>
      <Button
        aria-label={t('jobs:copies.openTitle', { title })}
        className="button button-quiet"
        onPress={() => void openCopy(session, id)}
      >
        {t('jobs:copies.open')}
      </Button>
    </GridListItem>
  )
}
