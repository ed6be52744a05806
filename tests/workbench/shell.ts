import type { Page } from '@playwright/test'

/** The workbench as one of its shells runs it, and what only that shell does: starting, ending and file dialogs. */
export type Workbench = {
  readonly page: Page
  /** Ends it as a person would. Throws where it does not end well. */
  readonly close: () => Promise<void>
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>
  /** Makes a project of this name in the home folder, by way of `New project…`. Returns its path. */
  readonly newProject: (fileName: string) => Promise<string>
  /** Opens a project in the home folder, by way of `Open project…`. */
  readonly openProject: (fileName: string) => Promise<void>
  /** Takes files in, by way of `Choose files…` in the open Import dialog. */
  readonly importFiles: (paths: readonly string[]) => Promise<void>
  /** Presses `Export` in the open Export dialog. Returns the path of the file that came of it. */
  readonly exportFile: () => Promise<string>
}

export type StartOptions = {
  /** The folder that stands for the person's home; settings are kept below it too. */
  readonly home: string
  /** `null` shows the start screen. */
  readonly projectPath: string | null
  /** Run in the page before its own scripts. */
  readonly initScript: () => void
  /** Told of the page before it loads anything. */
  readonly onPage: (page: Page) => void
}
