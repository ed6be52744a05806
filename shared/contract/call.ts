import type { z } from 'zod'

/** What a call takes and what it gives. */
export function call<Args extends z.ZodType, Answer extends z.ZodType>(args: Args, value: Answer) {
  return { args, value }
}
