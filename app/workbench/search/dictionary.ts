/** Values that come again and again, each with a number from 0 on. */
export type Dictionary = {
  readonly numberOf: (value: string) => number
  /** By number. Grows. */
  readonly values: readonly string[]
}

export function createDictionary(): Dictionary {
  const numbers = new Map<string, number>()
  const values: string[] = []
  return {
    values,
    numberOf: (value) => {
      const known = numbers.get(value)
      if (known !== undefined) return known
      numbers.set(value, values.length)
      return values.push(value) - 1
    },
  }
}
