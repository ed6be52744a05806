import { ListBox, ListBoxItem } from 'react-aria-components'

import { t } from '../../../shared/language/translate.ts'
import type { RelationOffer } from '../../relations/relation-offers.ts'
import { offerName } from '../../relations/relation-words.ts'

/** How the two are related. Arrows and first letters choose; Enter goes on. */
export function OfferList({
  offers,
  chosen,
  onChoose,
  onGoOn,
}: {
  readonly offers: readonly RelationOffer[]
  readonly chosen: RelationOffer
  readonly onChoose: (offer: RelationOffer) => void
  readonly onGoOn: () => void
}) {
  const choose = (id: unknown): void => {
    const offer = offers.find(({ type }) => type.id === id)
    if (offer !== undefined) onChoose(offer)
  }
  return (
    <ListBox
      aria-label={t('dialogs:relation.offers')}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the first question of the dialog
      autoFocus
      className="offer-list"
      disallowEmptySelection
      onAction={onGoOn}
      onSelectionChange={(keys) => {
        if (keys !== 'all') choose([...keys][0])
      }}
      selectedKeys={[chosen.type.id]}
      selectionBehavior="replace"
      selectionMode="single"
    >
      {offers.map((offer) => (
        <ListBoxItem
          className="offer"
          id={offer.type.id}
          key={offer.type.id}
          // Typing first letters moves the focus alone.
          onFocus={() => {
            choose(offer.type.id)
          }}
          textValue={offerName(offer)}
        >
          <span className="offer-name">{offerName(offer)}</span>
          <span className="offer-description" dir="auto">
            {offer.end === 'from' ? offer.type.description : ''}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
