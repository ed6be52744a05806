/**
 * The named members of something of Electron, with the arguments that it takes: what a stand-in for it has to accept. What
 * it gives back is a stand-in itself, or is checked with `Pick`.
 */
export type FakeOf<Real, Name extends keyof Real> = {
  readonly [Key in Name]: Real[Key] extends (...args: infer Args) => unknown
    ? (...args: Args) => unknown
    : Real[Key]
}
