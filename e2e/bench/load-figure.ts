import { bear, isSuccess, isToldToComeBack, type Borne } from './load.ts'
import { alone, beside, quantile, sized, type Figure } from './figure.ts'
import type { Reply } from './http-client.ts'

const mebibyte = 2 ** 20

/** Ten times what is usual, for half a minute: what is refused, what is still done, and that nothing is lost or doubled. */
export const underLoad: Figure = {
  name: 'load',
  title: 'More than can be done',
  besideIs: 'before',
  async run(size) {
    const calm = { seconds: sized(size, 120, 5), perSecond: 50 }
    const flood = { seconds: sized(size, 30, 4), perSecond: 500 }
    const borne = await bear({ members: 120, sessions: 24, calm, flood })
    return {
      lines: [
        alone('calm: answered with success', successes(borne.calm.replies), `of ${borne.calm.replies.length}`, 0),
        alone(
          'calm: p95',
          quantile(
            borne.calm.replies.map(({ milliseconds }) => milliseconds),
            0.95,
          ),
          'ms',
          0,
        ),
        beside('flood: successes a second', successes(borne.flood.replies) / borne.flood.seconds, borne.capacity, '', 0),
        alone(
          'flood: p95 of the successes',
          quantile(
            successful(borne.flood.replies).map(({ milliseconds }) => milliseconds),
            0.95,
          ),
          'ms',
          0,
        ),
        alone(
          'flood: told to come back (429 or 503 with Retry-After)',
          toldToComeBack(borne.flood.replies),
          `of ${borne.flood.replies.length}`,
          0,
        ),
        alone('any other error', otherErrors(borne), '', 0),
        alone('answers taken and not there exactly once', borne.answers.wrong.length, `of ${borne.answers.taken}`, 0),
        beside('heap after a collection', borne.after.memory.heapUsed / mebibyte, borne.before.memory.heapUsed / mebibyte, 'MiB'),
        beside('resident memory', borne.after.memory.rss / mebibyte, borne.before.memory.rss / mebibyte, 'MiB'),
      ],
      note:
        `${calm.perSecond} requests a second for ${calm.seconds} s, then ${flood.perSecond} for ${flood.seconds} s; of ten, eight read and two answer an ` +
        'invitation. Before: as many of the same mix as are answered, sixteen at once. Storage is the strict tables in a process of their own.',
    }
  },
}

const successful = (replies: readonly Reply[]) => replies.filter((reply) => isSuccess(reply))
const successes = (replies: readonly Reply[]) => successful(replies).length
const toldToComeBack = (replies: readonly Reply[]) => replies.filter((reply) => isToldToComeBack(reply)).length

function otherErrors({ calm, flood, neverShed }: Borne): number {
  const replies = [...calm.replies, ...flood.replies]
  return (
    replies.filter((reply) => !isSuccess(reply) && !isToldToComeBack(reply)).length + neverShed.filter((status) => status >= 300).length
  )
}
