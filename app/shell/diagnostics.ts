import { freemem, release, totalmem } from 'node:os'

import type { Preferences } from '../../shared/preferences.ts'
import type { ProjectFigures } from '../workbench/project-figures.ts'
import type { Settings } from '../workbench/settings.ts'
import { versions } from './about.ts'

/** Lines of the log that go with it. */
export const diagnosticLines = 100

type Options = {
  readonly shell: 'desktop' | 'browser'
  readonly settings: Settings
  /** What is open in the window that asks; `null` for no project. */
  readonly project: ProjectFigures | null
  /** What the shell adds, by name. */
  readonly more: Readonly<Record<string, string | number>>
  /** The last lines of the log. */
  readonly log: readonly string[]
}

/**
 * Lines for whoever mends Verbatim: versions, sizes, settings, the end of the log. Nothing of any article, and no names of
 * people, files or folders.
 */
export function diagnosticsText({ shell, settings, project, more, log }: Options): string {
  return [
    ...section('Versions', {
      ...Object.fromEntries(versions().map(({ name, version }) => [name, version])),
      Shell: shell,
      System: `${process.platform} ${release()} ${process.arch}`,
    }),
    ...section('This computer', {
      'Memory in all, MiB': mebibytes(totalmem()),
      'Memory free, MiB': mebibytes(freemem()),
      'Memory of this process, MiB': mebibytes(process.memoryUsage.rss()),
      'Seconds since the start': Math.round(process.uptime()),
      Locale: Intl.DateTimeFormat().resolvedOptions().locale,
      ...more,
    }),
    ...section('Settings', {
      ...appearanceOf(settings.preferences),
      'Keys changed': Object.keys(settings.preferences.keys).length,
      'Backups kept': settings.preferences.backupsKept,
      'Backup folder': settings.backupFolder === null ? 'the usual one' : 'a chosen one',
      'Recent projects': settings.recentProjects.length,
    }),
    ...section('Project', { ...(project ?? { Open: 'none' }) }),
    'Log',
    ...(log.length === 0 ? ['  (empty)'] : log.map((line) => `  ${line}`)),
    '',
  ].join('\n')
}

function appearanceOf({ theme, typeface, textSize, measure, lineHeight }: Preferences) {
  return {
    Theme: theme,
    Typeface: typeface,
    'Text size, px': textSize,
    'Line length, characters': measure,
    'Line height, %': lineHeight,
  }
}

function section(
  title: string,
  facts: Readonly<Record<string, string | number>>,
): readonly string[] {
  return [title, ...Object.entries(facts).map(([name, value]) => `  ${name}: ${value}`), '']
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
