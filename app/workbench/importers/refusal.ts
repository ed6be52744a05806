import type { Remark } from '../../../shared/exchange/remark.ts'

/** Ends the reading of a file, for a reason that a person can act on. What was read of it before stays. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly remark: Remark

  constructor(remark: Partial<Remark> & Pick<Remark, 'code' | 'reason'>) {
    super(remark.reason)
    this.remark = { thing: 'file', place: null, id: null, expected: null, found: null, ...remark }
  }
}
