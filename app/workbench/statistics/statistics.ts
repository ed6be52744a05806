import type { CallArguments, CallValue } from '../../../shared/contract.ts'
import { presentLanguage } from '../../../shared/language/present-language.ts'
import type { Result } from '../../../shared/result.ts'
import { startCounter, type Counter } from './counter.ts'
import type { Answer, CountCallName, Question } from './protocol.ts'

/** How long the thread waits for another question before it gives its memory back, in ms: pictures are read for a while. */
const patience = 5 * 60_000

type Count<Name extends CountCallName> = (
  projectPath: string,
  args: CallArguments<Name>,
) => Promise<Result<CallValue<Name>>>

/** Counting in a thread of its own, on one project at a time, as it is on disk when it is asked. */
export type Statistics = {
  readonly counts: Count<'statistics.counts'>
  readonly words: Count<'statistics.words'>
  readonly work: Count<'statistics.work'>
  /** Lets the project go; the next question takes it up again. */
  readonly close: () => Promise<void>
}

export function createStatistics(): Statistics {
  let counter: Counter | null = null
  let latest = 0
  let idle: NodeJS.Timeout | undefined

  async function close(): Promise<void> {
    clearTimeout(idle)
    const ending = counter
    counter = null
    await ending?.end()
  }

  async function ask(question: Question): Promise<Answer> {
    clearTimeout(idle)
    if (counter !== null && counter.path !== question.path) await close()
    counter ??= startCounter(question.path)
    const present = counter
    try {
      return await present.ask(question)
    } catch (error) {
      if (counter === present) await close()
      throw error
    } finally {
      clearTimeout(idle)
      idle = setTimeout(() => void close(), patience)
      idle.unref()
    }
  }

  /** What every question has. */
  function asked(): Pick<Question, 'id' | 'language'> {
    latest += 1
    return { id: latest, language: presentLanguage() }
  }

  return {
    counts: async (path, args) => {
      const answer = await ask({ name: 'statistics.counts', ...asked(), path, args })
      return answer.name === 'statistics.counts' ? answer.result : outOfTurn()
    },
    words: async (path, args) => {
      const answer = await ask({ name: 'statistics.words', ...asked(), path, args })
      return answer.name === 'statistics.words' ? answer.result : outOfTurn()
    },
    work: async (path, args) => {
      const answer = await ask({ name: 'statistics.work', ...asked(), path, args })
      return answer.name === 'statistics.work' ? answer.result : outOfTurn()
    },
    close,
  }
}

function outOfTurn(): never {
  throw new Error('the counting thread answers out of turn')
}
