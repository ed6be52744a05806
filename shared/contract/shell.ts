import { z } from 'zod'

import { languageSchema } from '../language/languages.ts'
import { call } from './call.ts'
import { ticketSchema } from './places.ts'

/** Headings of the palette, the sheet of keys and the menu, in their order. */
export const commandGroups = [
  'tag',
  'select',
  'annotation',
  'relation',
  'review',
  'goTo',
  'find',
  'show',
  'list',
  'document',
  'table',
  'project',
] as const
export type CommandGroup = (typeof commandGroups)[number]

/** A command of the page as the menu of the desktop shell lists it. */
const menuCommandSchema = z
  .strictObject({
    id: z.string().min(1).max(300),
    title: z.string().max(1000),
    group: z.enum(commandGroups),
    /** Its first key press as tinykeys writes it; `null` where it has none. */
    key: z.string().max(100).nullable(),
    /** Whether it would do anything now. */
    possible: z.boolean(),
  })
  .readonly()
export type MenuCommand = z.infer<typeof menuCommandSchema>

const none = z.strictObject({}).readonly()

/** What only shells can answer: about windows, and about the program itself. */
export const shellCalls = {
  'app.info': call(
    none,
    z
      .strictObject({
        version: z.string(),
        shell: z.enum(['desktop', 'browser']),
        /** BCP 47 tags that the system prefers, best first; `null` where the page’s own browser says so. */
        systemLanguages: z.array(z.string()).readonly().nullable(),
      })
      .readonly(),
  ),
  /** The page speaks this language now: the words of the workbench and of the shell follow. */
  'app.speak': call(z.strictObject({ language: languageSchema }).readonly(), z.null()),
  /** What the program is made of. `licences` is the text of all licences; `null` where it was built without. */
  'app.about': call(
    none,
    z
      .strictObject({
        versions: z
          .array(z.strictObject({ name: z.string(), version: z.string() }).readonly())
          .readonly(),
        licences: z.string().nullable(),
      })
      .readonly(),
  ),
  /** Lines that tell whoever mends Verbatim what runs here: versions, sizes, settings, the end of the log. Nothing of any article. */
  'app.diagnostics': call(none, z.strictObject({ text: z.string() }).readonly()),

  /** Tells the commands that there are now, for the menu of the window (desktop; the browser shell has none). */
  'menu.show': call(
    z.strictObject({ commands: z.array(menuCommandSchema).max(5000).readonly() }).readonly(),
    z.null(),
  ),

  /** Opens another window, on the start screen (desktop). */
  'window.open': call(none, z.null()),
  /** Opens a project where it is open already, or in a window that has none (this one first), or else in a new one (desktop). */
  'window.openProject': call(z.strictObject({ ticket: ticketSchema }).readonly(), z.null()),
  /** Answers `closing`: nothing waits any more, or `unsaved` acts could not be saved. */
  'window.readyToClose': call(
    z.strictObject({ unsaved: z.int().nonnegative() }).readonly(),
    z.null(),
  ),
} as const
