import { hiddenSeconds, messageOf, mostAtOnce, saidBy } from '../adapters/queue/message.ts'
import type { Hints, TakenHint } from '../ports/queue.ts'
import { chanceFrom } from './chance.ts'

type Message = { readonly text: string; hiddenUntil: number; received: number; receipt: number }

type HintsDouble = Hints & {
  readonly waiting: () => number
  /** Puts there what is perhaps no hint of ours, as anybody with the key could. Throws `RangeError` for one that Azure would refuse. */
  readonly postRaw: (text: string) => void
}

/** What Azure takes: 64 KiB. */
const mostBytes = 64 * 1024

/**
 * Hints in memory, as strict as Azure: at least once, in no order, hidden for two minutes of `mono` while somebody works on them, and only
 * whoever received a message last can delete it.
 *
 * Through text and back, as they travel. `seed`: which come first. `hiddenFor`: in seconds.
 */
export function createHintsDouble(mono: () => number, { seed = 1, hiddenFor = hiddenSeconds } = {}): HintsDouble {
  const messages = new Map<number, Message>()
  const chance = chanceFrom(seed)
  let counted = 0

  function postRaw(text: string): void {
    if (Buffer.byteLength(text) > mostBytes) throw new RangeError('the message is too large: 64 KiB at most')
    messages.set((counted += 1), { text, hiddenUntil: 0, received: 0, receipt: 0 })
  }

  function receive(number: number, message: Message): TakenHint {
    message.hiddenUntil = mono() + hiddenFor * 1_000
    message.received += 1
    const receipt = (message.receipt = counted += 1)
    return {
      ...saidBy(message.text, message.received),
      done: async () => void (message.receipt === receipt && messages.delete(number)),
    }
  }

  return {
    waiting: () => messages.size,
    postRaw,
    async post(hint) {
      postRaw(messageOf(hint))
    },
    async take() {
      const visible = [...messages].filter(([, message]) => message.hiddenUntil <= mono())
      const inAnyOrder = visible.map((each) => ({ each, place: chance() })).toSorted((one, other) => one.place - other.place)
      return inAnyOrder.slice(0, mostAtOnce).map(({ each: [number, message] }) => receive(number, message))
    },
  }
}
