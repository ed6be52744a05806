import { useWorkbenchAfterPaint } from '../../store/use-session.ts'

/** How many documents there are, how many of them a list shows, and how many are done. */
export function DocumentCounts({ shown }: { readonly shown: number }) {
  const all = useWorkbenchAfterPaint(({ project }) => project?.documents.length ?? 0)
  const done = useWorkbenchAfterPaint(
    ({ project }) =>
      project?.documents.filter(({ document }) => document.status === 'done').length ?? 0,
  )
  return (
    <span className="count">
      {shown === all ? null : `${shown.toLocaleString('en')} of `}
      {all.toLocaleString('en')}
      {done === 0 ? null : `, ${done.toLocaleString('en')} done`}
    </span>
  )
}
