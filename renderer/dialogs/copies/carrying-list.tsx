import { Check } from 'lucide-react'
import { useMemo } from 'react'
import {
  Collection,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import { LabelSwatch } from '../../panels/label-swatch.tsx'
import { labelOf } from '../../store/selectors.ts'
import { useWorkbench } from '../../store/use-session.ts'
import type { CarryingGroup, CarryingPlace } from './carrying-places.ts'

/** In CSS px: a label and two lines of text. */
const layout = { rowHeight: 70, headingHeight: 26 }

/** Where annotations would be added, document by document; each can be unticked. Those that cannot be added say why. */
export function CarryingList({
  groups,
  ticked,
  onTick,
}: {
  readonly groups: readonly CarryingGroup[]
  /** Ids of the places that get their annotation. */
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ticked: ReadonlySet<string>) => void
}) {
  const { free, fixed } = useMemo(() => {
    const places = groups.flatMap((group) => group.places)
    return {
      free: places.filter(({ remark }) => remark === null).map(({ id }) => id),
      fixed: places.filter(({ remark }) => remark !== null).map(({ id }) => id),
    }
  }, [groups])
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <ListBox
        aria-label={t('jobs:carrying.list')}
        className="occurrence-list"
        disabledKeys={fixed}
        escapeKeyBehavior="none"
        items={groups}
        onSelectionChange={(keys) => {
          onTick(new Set(free.filter((id) => keys === 'all' || keys.has(id))))
        }}
        selectedKeys={ticked}
        selectionBehavior="toggle"
        selectionMode="multiple"
      >
        {(group) => (
          <ListBoxSection id={group.id}>
            <Header className="occurrence-document" dir="auto">
              {group.title}
            </Header>
            <Collection items={group.places}>{(place) => <Row place={place} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  )
}

function Row({ place }: { readonly place: CarryingPlace }) {
  const { id, label: labelId, before, quote, after, remark } = place
  const label = useWorkbench((state) => labelOf(state, labelId))
  const name = label?.name ?? labelId
  const text = `${before}${quote}${after}`
  return (
    <ListBoxItem
      className="occurrence"
      id={id}
      textValue={
        remark === null
          ? t('jobs:carrying.place', { label: name, text })
          : t('jobs:carrying.placeRemark', { label: name, text, remark })
      }
    >
      <span className="occurrence-tick">
        <Check aria-hidden="true" size={12} strokeWidth={3} />
      </span>
      <span className="carrying-words">
        <span className="carrying-label">
          {label === undefined ? null : <LabelSwatch label={label} />}
          {name}
          {remark === null ? null : <span className="carrying-remark">{remark}</span>}
        </span>
        <span className="carrying-text" dir="auto">
          {before}
          <mark>{quote}</mark>
          {after}
        </span>
      </span>
    </ListBoxItem>
  )
}
