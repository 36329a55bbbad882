import type { Hint, Hints } from '../ports/queue.ts'

const hiddenMilliseconds = 120_000

/** Hints in memory: at least once and in no promised order, hidden for two minutes of `mono` while somebody works on them. */
export function createHintsDouble(mono: () => number): Hints & { readonly waiting: () => number } {
  const messages = new Map<number, { readonly hint: Hint; hiddenUntil: number }>()
  let posted = 0
  return {
    waiting: () => messages.size,
    async post(hint) {
      posted += 1
      messages.set(posted, { hint: structuredClone(hint), hiddenUntil: 0 })
    },
    async take() {
      const visible = [...messages].filter(([, message]) => message.hiddenUntil <= mono()).slice(0, 32)
      return visible.map(([number, message]) => {
        message.hiddenUntil = mono() + hiddenMilliseconds
        return { hint: message.hint, done: async () => void messages.delete(number) }
      })
    },
  }
}
