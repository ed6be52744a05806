import { t } from '../../shared/language/translate.ts'
import type { Change } from '../../shared/model/change.ts'
import { nextColor } from '../../shared/model/label-colors.ts'
import type { Label } from '../../shared/model/label.ts'
import { moveTo } from '../../shared/model/tag-set.ts'
import { wordIdFor } from '../../shared/model/word-id.ts'
import type { Session } from '../store/session.ts'
import type { WorkbenchState } from '../store/state.ts'
import { ownerOf, withoutKey } from './changing-keys.ts'
import type { Command } from './command.ts'
import { commandsOf } from './commands.ts'
import { labelCommandId } from './label-commands.ts'
import { freeKeyFor, pressOfLabel, viewsOfTagging } from './label-keys.ts'
import { setPreferences } from './preferences.ts'

/** Adds a label behind the others. Gives its id, or `null` where the project can only be read. */
export function addLabel(session: Session, name: string): string | null {
  const labels = labelsOf(session)
  const label: Label = {
    id: wordIdFor(name, new Set(labels.map(({ id }) => id)), 'label'),
    name: name.trim(),
    color: nextColor(labels),
    key: freeKeyFor(name, labels, commandsOf(session.store.getState())),
    description: '',
    guideline: '',
    attributes: [],
    speaker: null,
    archived: false,
    position: Math.max(-1, ...labels.map(({ position }) => position)) + 1,
  }
  const added = session.record(t('commands:tagSet.add', { name: label.name }), [
    { entity: 'label', before: null, after: label },
  ])
  if (added) session.announce(t('commands:tagSet.added', { name: label.name }))
  return added ? label.id : null
}

/** Changes what the tag set says of a label. */
export function changeLabel(
  session: Session,
  id: string,
  summary: string,
  change: Partial<Omit<Label, 'id' | 'position'>>,
): void {
  session.record(summary, changeOf(session, id, change))
}

/** Puts a label at another place among all of them, counted from 0. */
export function moveLabel(session: Session, id: string, place: number): void {
  const moves = moveTo(labelsOf(session), id, place)
  session.record(
    t('commands:tagSet.reorder'),
    moves.map((move): Change => ({ entity: 'label', ...move })),
  )
}

/** An archived label is offered no more; one that comes back does without its key where that was given away. */
export function setArchived(session: Session, label: Label, archived: boolean): void {
  const owner = label.key === null ? null : keyOwner(session.store.getState(), label.id, label.key)
  const key = archived || owner === null ? label.key : null
  const { id, name } = label
  const summary = t(`commands:tagSet.${archived ? 'archive' : 'restore'}`, { name })
  changeLabel(session, id, summary, { archived, key })
  session.announce(t(`commands:tagSet.${archived ? 'archived' : 'restored'}`, { name }))
}

/** The command that a key would be taken from; `null` where it is free. */
export function keyOwner(state: WorkbenchState, labelId: string, key: string): Command | null {
  return ownerOf(commandsOf(state), pressOfLabel(key), {
    id: labelCommandId(labelId),
    group: 'tag',
    views: viewsOfTagging,
  })
}

/** Gives a label a key; whoever had it, another label or a command, has it no more. `null` takes the label's key away. */
export function setLabelKey(session: Session, label: Label, key: string | null): void {
  const state = session.store.getState()
  const owner = key === null ? null : keyOwner(state, label.id, key)
  const losing = labelsOf(session).find(({ id }) => labelCommandId(id) === owner?.id)
  session.record(t('commands:tagSet.changeKey', { name: label.name }), [
    ...(losing === undefined ? [] : changeOf(session, losing.id, { key: null })),
    ...changeOf(session, label.id, { key }),
  ])
  if (owner === null || key === null || losing !== undefined) return
  const chosen = state.preferences?.keys ?? {}
  void setPreferences(session, { keys: withoutKey(chosen, owner, pressOfLabel(key)) })
}

/** Takes a label out; its annotations get the label `by`, or go with it where that is `null`. */
export async function replaceLabel(
  session: Session,
  label: Label,
  by: Label | null,
): Promise<boolean> {
  const done = await session.act((act) =>
    session.ask('labels.replace', { ...act, label: label.id, by: by?.id ?? null }),
  )
  if (done) {
    session.announce(
      by === null
        ? t('commands:tagSet.deleted', { name: label.name })
        : t('commands:tagSet.merged', { name: label.name, into: by.name }),
    )
  }
  return done
}

function changeOf(
  session: Session,
  id: string,
  change: Partial<Omit<Label, 'id' | 'position'>>,
): readonly Change[] {
  const before = labelsOf(session).find((label) => label.id === id)
  if (before === undefined) return []
  const after = { ...before, ...change }
  return JSON.stringify(after) === JSON.stringify(before)
    ? []
    : [{ entity: 'label', before, after }]
}

function labelsOf(session: Session): readonly Label[] {
  return session.store.getState().project?.labels ?? []
}
