import type { Rulebook, SessionKind } from './rulebook.ts'

/** One thing in a list of settings. `says` is what the council has settled about it: "counts as", "a briefing". */
export type Item = { readonly key: string; readonly name: string; readonly says: readonly (readonly [verb: string, value: string])[] }

/** What kinds are called now, and those that were taken away as they were: a kind called otherwise changes nothing that only names it. */
export type KindNames = readonly SessionKind[]

/** How settings are said to whoever changes them: those under `covers`, in one breath. */
export type Saying = { readonly area: string; readonly covers: readonly string[] } & (
  | { readonly kind: 'value'; readonly subject: string; readonly value: (rulebook: Rulebook, names: KindNames) => string }
  | { readonly kind: 'switch'; readonly isOn: (rulebook: Rulebook) => boolean; readonly on: string; readonly off: string }
  | {
      readonly kind: 'list'
      readonly items: (rulebook: Rulebook, names: KindNames) => readonly Item[]
      readonly added: string
      readonly gone: string
      /** What the list holds, for when nothing but its order changes. */
      readonly noun: string
    }
)

type Covers = string | readonly string[]

/** "the week-before reminder goes" "7 days before at 9am". */
type Valued = readonly [covers: Covers, subject: string, value: (rulebook: Rulebook, names: KindNames) => string]
/** What is said when it is turned on, and when it is turned off. */
type Switched = readonly [covers: Covers, isOn: (rulebook: Rulebook) => boolean, on: string, off: string]
type Listed = readonly [
  covers: Covers,
  noun: string,
  items: (rulebook: Rulebook, names: KindNames) => readonly Item[],
  words?: { readonly added?: string; readonly gone?: string },
]

type Area = {
  value(...given: Valued): Saying
  onOff(...given: Switched): Saying
  list(...given: Listed): Saying
}

/** The sayings of one part of the settings page. */
export function inArea(area: string): Area {
  const about = (covers: Covers) => ({ area, covers: typeof covers === 'string' ? [covers] : covers })
  return {
    value: (covers, subject, value) => ({ kind: 'value', ...about(covers), subject, value }),
    onOff: (covers, isOn, on, off) => ({ kind: 'switch', ...about(covers), isOn, on, off }),
    list: (covers, noun, items, { added = 'is added', gone = 'is taken away' } = {}) => ({
      kind: 'list',
      ...about(covers),
      noun,
      items,
      added,
      gone,
    }),
  }
}

/** Things that are only there or not there, such as addresses. */
export function plain(names: readonly string[]): readonly Item[] {
  return names.map((name) => ({ key: name, name, says: [] }))
}

/** Things that the council may call otherwise and that stay the same. */
export function calledByLabel(named: readonly { readonly id: string; readonly label: string }[]): readonly Item[] {
  return named.map(({ id, label }) => ({ key: id, name: label, says: [['is called', `“${label}”`]] }))
}
