import type { English } from './catalogues/en.ts'

/** The six forms that plurals have, as CLDR calls them. No language has all of them but Arabic. */
type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'

/** Where a text stands in a part of a catalogue: `settings.title`; of plurals what their forms have in common. */
type PathIn<Part> = {
  readonly [Name in keyof Part & string]: Part[Name] extends string
    ? Name extends `${infer Base}_${PluralCategory}`
      ? Base
      : Name
    : `${Name}.${PathIn<Part[Name]>}`
}[keyof Part & string]

type CountedPathIn<Part> = {
  readonly [Name in keyof Part & string]: Part[Name] extends string
    ? Name extends `${infer Base}_${PluralCategory}`
      ? Base
      : never
    : `${Name}.${CountedPathIn<Part[Name]>}`
}[keyof Part & string]

/** A text of the interface: `dialogs:settings.title`. What is no key of the English catalogue does not compile. */
export type MessageKey = {
  readonly [Namespace in keyof English]: `${Namespace}:${PathIn<English[Namespace]>}`
}[keyof English]

/** A text that depends on a number of things. */
type CountedKey = {
  readonly [Namespace in keyof English]: `${Namespace}:${CountedPathIn<English[Namespace]>}`
}[keyof English]

/** What stands for `{{name}}` in a text. Numbers are written as the language writes them; years and ids are given as strings. */
export type MessageValues = Readonly<Record<string, string | number>>

/** The values of one text: those that depend on a number of things need a `count`. */
export type ValuesOf<Key extends MessageKey> = Key extends CountedKey
  ? readonly [values: MessageValues & { readonly count: number }]
  : readonly [values?: MessageValues]
