import { isAxiosError } from 'axios'
import { noteFailed, outcomeOf } from '../api/adapters/connector/outcome.ts'
import type { Log } from '../api/log.ts'
import type { Note } from '../api/ports/outcomes.ts'
import { Unavailable } from '../api/ports/unavailable.ts'
import type { Result } from '../domain/kernel/result.ts'

export type ReplyDeps = {
  readonly token: (options: { readonly fresh: boolean }) => Promise<Result<string, unknown>>
  readonly note: Note
  readonly log: Log
}

/**
 * Says what the bot has to say to whoever wrote to it, once. What was written is dealt with by then, so a reply that does not get through is
 * told in the log and to nobody else: said again it might be heard twice, and an error would have Teams post the whole activity anew.
 *
 * A token that was refused is the one exception, because nothing was said then: with a new one it is said once more.
 */
export async function reply(
  say: () => Promise<unknown>,
  { token, note, log }: ReplyDeps,
  about: { readonly council: string },
): Promise<void> {
  for (const fresh of [false, true]) {
    const because = await tried(say, fresh, note)
    if (because === undefined) return
    if (because !== 'new-token' || fresh) {
      log.warn('bot.unsaid', { ...about, because })
      return
    }
    await token({ fresh: true }).catch(unlessDefect) // kept by whoever gives tokens, and given at the next call
  }
}

/** Why it was not said, or may not have been; undefined once it was. */
async function tried(say: () => Promise<unknown>, fresh: boolean, note: Note): Promise<string | undefined> {
  try {
    await say()
    note({ call: 'write', became: 'done' })
    return undefined
  } catch (thrown) {
    if (thrown instanceof Unavailable) return `${thrown.dependency}-silent`
    if (!isAxiosError(thrown)) throw thrown
    const outcome = outcomeOf(thrown)
    noteFailed(note, thrown, { outcome, fresh })
    return outcome === 'new-token' ? outcome : 'because' in outcome ? outcome.because : outcome.kind
  }
}

function unlessDefect(thrown: unknown): undefined {
  if (!(thrown instanceof Unavailable)) throw thrown
}
