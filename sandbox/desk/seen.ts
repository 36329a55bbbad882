import type { Sandbox } from './use-sandbox.ts'

export type Seen = { readonly generation: number; readonly now: string; readonly happened: number; readonly people: string }

/** The clock only goes forward, the account of what happened only grows and its people stay: otherwise it is another council. */
export function seenNow(seen: Seen, fresh: Pick<Sandbox, 'now' | 'journal' | 'people'>): Seen {
  const [now, happened] = [fresh.now.toString(), fresh.journal.length]
  const people = fresh.people.map(({ id }) => id).join(' ')
  const isAnother = now < seen.now || happened < seen.happened || people !== seen.people
  return { generation: seen.generation + (isAnother ? 1 : 0), now, happened, people }
}
