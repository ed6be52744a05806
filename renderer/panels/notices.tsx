import { useEffect } from 'react'
import { Button } from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import { focusView } from '../commands/covering.ts'
import type { Session } from '../store/session.ts'
import type { Notice } from '../store/state.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'

import './notices.css'

/** How long something done is told, in ms. */
const doneFor = 6000

/**
 * What has happened: above the lower edge of the article, where no control is, or in the corner where a dialog or the
 * start screen has the window. Failures stay until they are put away; focus stays where it is.
 */
export function Notices() {
  const notices = useWorkbench((state) => state.notices)
  const overArticle = useWorkbench(({ project, dialog }) => project !== null && dialog === null)
  return (
    // Above dialogs, and still heard while one is open.
    <div
      className="notices"
      data-over={overArticle ? 'article' : undefined}
      data-react-aria-top-layer
    >
      {notices
        .filter(({ kind }) => kind === 'failure')
        .map((notice) => (
          <FailureNotice key={notice.id} notice={notice} />
        ))}
      {/* Always there: a live region tells only of what changes in it. */}
      <div aria-live="polite" className="notices-done">
        {notices
          .filter(({ kind }) => kind === 'done')
          .map((notice) => (
            <DoneNotice key={notice.id} notice={notice} />
          ))}
      </div>
    </div>
  )
}

type NoticeProps = { readonly notice: Notice }

function FailureNotice({ notice }: NoticeProps) {
  const session = useSession()
  return (
    <div className="notice notice-failure" role="alert">
      <div className="notice-words">
        <strong>{notice.message}</strong>
        {notice.remedy === null ? null : <span>{notice.remedy}</span>}
      </div>
      <Button
        className="button button-quiet"
        onPress={() => {
          putAway(session, notice)
          // The button that had the keyboard is gone; the text, or what covers it, is where work goes on.
          focusView(session)
        }}
      >
        {t('panels:notices.dismiss')}
      </Button>
    </div>
  )
}

function DoneNotice({ notice }: NoticeProps) {
  const session = useSession()
  useEffect(() => {
    const timer = setTimeout(() => {
      putAway(session, notice)
    }, doneFor)
    return () => {
      clearTimeout(timer)
    }
  }, [session, notice])
  return <p className="notice">{notice.message}</p>
}

function putAway(session: Session, { id }: Notice): void {
  session.store.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.id !== id),
  }))
}
