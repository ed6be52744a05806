import { ArrowDown, ArrowUp, CaseSensitive, Regex, WholeWord, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode } from 'react'
import {
  Button,
  Input,
  TextField,
  ToggleButton,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { closeFind, selectMatch, setQuery, stepMatch, tagAllMatches } from '../commands/finding.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { foundIn, matchesOf } from './find-state.ts'
import { useSearch } from './use-search.ts'

import './find-bar.css'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Finds words in the open document; the text shows them without being touched. */
export function FindBar() {
  const open = useWorkbench(({ find, document }) => find.open && document !== null)
  return open ? <OpenFindBar /> : null
}

function OpenFindBar() {
  useSearch()
  const session = useSession()
  const none = useWorkbench((state) => matchesOf(state).length === 0)
  const readOnly = useWorkbench(({ project }) => project?.readOnly !== null)
  return (
    <search aria-label={t('find:bar.label')} className="find-bar">
      <QueryField />
      <div className="find-matches">
        <Count />
        <IconButton
          command="previousMatch"
          disabled={none}
          label={t('find:bar.previous')}
          onPress={() => {
            stepMatch(session, 'previous')
          }}
          tip={t('find:bar.previous')}
        >
          <ArrowUp {...icon} />
        </IconButton>
        <IconButton
          command="nextMatch"
          disabled={none}
          label={t('find:bar.next')}
          onPress={() => {
            stepMatch(session, 'next')
          }}
          tip={t('find:bar.next')}
        >
          <ArrowDown {...icon} />
        </IconButton>
      </div>
      <div className="find-actions">
        <Button
          className="button"
          isDisabled={none}
          onPress={() => {
            selectMatch(session)
          }}
        >
          {t('find:bar.select')}
        </Button>
        <Button
          className="button"
          isDisabled={none || readOnly}
          onPress={() => {
            tagAllMatches(session)
          }}
        >
          {t('find:bar.tagAll')}
        </Button>
        <IconButton
          command="article"
          label={t('find:bar.close')}
          onPress={() => {
            closeFind(session)
          }}
          tip={t('common:close')}
        >
          <X {...icon} />
        </IconButton>
      </div>
      <Trouble />
    </search>
  )
}

/** The words that are looked for, and how. */
function QueryField() {
  const session = useSession()
  const query = useWorkbench(({ find }) => find.query)
  const faulty = useWorkbench((state) => foundIn(state)?.ok === false)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    stepMatch(session, event.shiftKey ? 'previous' : 'next')
  }

  return (
    <div className="find-query">
      <TextField
        aria-label={t('find:bar.field')}
        className="find-field"
        isInvalid={faulty}
        onChange={(text) => {
          setQuery(session, { text })
        }}
        value={query.text}
      >
        <Input
          autoComplete="off"
          className="input"
          // What it shows while it is empty runs as the page does.
          dir={query.text === '' ? undefined : 'auto'}
          id="find-text"
          onKeyDown={onKeyDown}
          placeholder={t('find:bar.label')}
          spellCheck={false}
        />
      </TextField>
      <Toggle
        isSelected={query.matchCase}
        label={t('find:bar.matchCase')}
        onChange={(matchCase) => {
          setQuery(session, { matchCase })
        }}
      >
        <CaseSensitive {...icon} />
      </Toggle>
      <Toggle
        isSelected={query.wholeWords}
        label={t('find:bar.wholeWords')}
        onChange={(wholeWords) => {
          setQuery(session, { wholeWords })
        }}
      >
        <WholeWord {...icon} />
      </Toggle>
      <Toggle
        isSelected={query.expression}
        label={t('find:bar.expression')}
        onChange={(expression) => {
          setQuery(session, { expression })
        }}
      >
        <Regex {...icon} />
      </Toggle>
    </div>
  )
}

/** `3 of 17`, also for those who hear it. */
function Count() {
  const words = useWorkbench((state) => {
    const found = foundIn(state)
    if (found?.ok !== true || state.find.query.text === '') return ''
    const { spans, complete } = found.value
    if (spans.length === 0) return t('find:bar.none')
    return t(complete ? 'find:bar.place' : 'find:bar.placeInFirst', {
      current: state.find.current + 1,
      all: spans.length,
    })
  })
  return (
    <span className="find-count" role="status">
      {words}
    </span>
  )
}

/** Why there is no answer: an expression that is none, or one that takes too long. */
function Trouble() {
  const failure = useWorkbench((state) => {
    const found = foundIn(state)
    return found?.ok === false ? `${found.failure.message} ${found.failure.remedy}` : ''
  })
  return (
    <p className="find-trouble" role="status">
      {failure}
    </p>
  )
}

function Toggle(props: {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly children: ReactNode
}) {
  return (
    <TooltipTrigger delay={600}>
      <ToggleButton
        aria-label={props.label}
        className="button button-quiet button-icon find-toggle"
        isSelected={props.isSelected}
        onChange={props.onChange}
      >
        {props.children}
      </ToggleButton>
      <Tooltip className="tooltip" offset={6}>
        {props.label}
      </Tooltip>
    </TooltipTrigger>
  )
}
