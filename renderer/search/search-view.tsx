import { X } from 'lucide-react'
import { useRef } from 'react'

import { formatPercent } from '../../shared/language/format.ts'
import { t } from '../../shared/language/translate.ts'
import { leaveView } from '../commands/covering.ts'
import { foundWords, setOrder } from '../commands/searching.ts'
import { Choice } from '../controls/choice.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { useKeptKeyboard } from '../panels/use-kept-keyboard.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { FacetList } from './facet-list.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchResults } from './search-results.tsx'
import { TagHits } from './tag-hits.tsx'

import './search.css'

/** Searches the whole project; covers the desk, which stays as it is. */
export function SearchView() {
  const open = useWorkbench(({ search }) => search.open)
  return open ? <OpenSearchView /> : null
}

function OpenSearchView() {
  const session = useSession()
  const region = useRef<HTMLElement>(null)
  useKeptKeyboard(region)
  const order = useWorkbench(({ search }) => search.order)
  return (
    <section
      aria-label={t('search:view.label')}
      className="search-view"
      data-region="search"
      ref={region}
    >
      <div className="search-head">
        <SearchBox />
        <Choice
          label={t('search:view.order')}
          labelled="before"
          onChange={(value) => {
            setOrder(session, value === 'date' || value === 'relevance' ? value : 'document')
          }}
          value={order}
        >
          <option value="document">{t('search:view.orders.document')}</option>
          <option value="date">{t('search:view.orders.date')}</option>
          <option value="relevance">{t('search:view.orders.relevance')}</option>
        </Choice>
        <IconButton
          command="article"
          label={t('search:view.close')}
          onPress={() => {
            leaveView(session)
          }}
          tip={t('common:close')}
        >
          <X aria-hidden="true" size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <Fault />
      <div className="search-body">
        <aside aria-label={t('search:view.narrow')} className="search-aside">
          <SavedSearches />
          <FacetList />
        </aside>
        <div className="search-found">
          <Summary />
          <SearchResults />
          <TagHits />
        </div>
      </div>
    </section>
  )
}

/** Why what stands in the box is not searched for. */
function Fault() {
  const message = useWorkbench(({ search }) => search.fault?.message ?? '')
  return (
    <p className="search-fault" id="search-fault" role="status">
      {message}
    </p>
  )
}

/** How much was found, and what of the project it does not speak of. */
function Summary() {
  const progress = useWorkbench(({ search }) => search.progress)
  const isEmpty = useWorkbench(({ search }) => (search.asked?.query ?? '').trim() === '')
  if (progress === null || isEmpty) return null
  const { looked, total, done, stopped, scanned } = progress
  const share =
    done || total === 0 ? '' : ` · ${formatPercent(Math.floor((100 * looked) / total) / 100)}`
  return (
    <div className="search-summary">
      <p className="search-count">
        {foundWords(progress)}
        {share}
      </p>
      {stopped === null ? null : <p className="search-stopped">{stopped}</p>}
      {scanned === null ? null : <p className="search-scanned">{scanned}</p>}
    </div>
  )
}
