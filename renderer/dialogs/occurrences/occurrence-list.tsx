import { Check } from 'lucide-react'
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
import { shownAround, type Place, type PlaceGroup } from './occurrence-groups.ts'

/** In CSS px: two lines of text. */
const layout = { rowHeight: 48, headingHeight: 26 }

/** Where a text occurs, document by document; each place can be unticked. Those that have the label already cannot be ticked. */
export function OccurrenceList({
  groups,
  tagged,
  ticked,
  onTick,
}: {
  readonly groups: readonly PlaceGroup[]
  /** Ids of the places that have the label already, and of those that are to get it. */
  readonly tagged: ReadonlySet<string>
  readonly ticked: ReadonlySet<string>
  readonly onTick: (ticked: ReadonlySet<string>) => void
}) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <ListBox
        aria-label={t('jobs:occurrences.list')}
        className="occurrence-list"
        dependencies={[tagged]}
        disabledKeys={tagged}
        escapeKeyBehavior="none"
        items={groups}
        onSelectionChange={(keys) => {
          const all = groups.flatMap(({ places }) => places.map(({ id }) => id))
          onTick(new Set(all.filter((id) => keys === 'all' || keys.has(id))))
        }}
        renderEmptyState={() => <p className="occurrences-none">{t('jobs:occurrences.none')}</p>}
        selectedKeys={ticked}
        selectionBehavior="toggle"
        selectionMode="multiple"
      >
        {(group) => (
          <ListBoxSection id={group.id}>
            <Header className="occurrence-document" dir="auto">
              {group.title}
            </Header>
            <Collection dependencies={[tagged]} items={group.places}>
              {(place) => (
                <Row isTagged={tagged.has(place.id)} length={group.length} place={place} />
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Virtualizer>
  )
}

function Row({
  place,
  length,
  isTagged,
}: {
  readonly place: Place
  /** Of the text it is in, in UTF-16 code units. */
  readonly length: number
  readonly isTagged: boolean
}) {
  const { quote } = place
  const { before, after } = shownAround(place, length)
  const text = `${before}${quote}${after}`
  return (
    <ListBoxItem
      className="occurrence"
      id={place.id}
      textValue={isTagged ? t('jobs:occurrences.taggedPlace', { text }) : text}
    >
      <span className="occurrence-tick">
        <Check aria-hidden="true" size={12} strokeWidth={3} />
      </span>
      <span className="occurrence-words" dir="auto">
        {before}
        <mark>{quote}</mark>
        {after}
      </span>
      {isTagged ? <span className="occurrence-tagged">{t('jobs:occurrences.tagged')}</span> : null}
    </ListBoxItem>
  )
}
