import type { RulebookProposal, RulebookView } from '../../../api/contracts/rulebook.ts'
import { asItStands, type Told } from '../../../domain/rulebook/as-it-stands.ts'
import { areaOf, settingAt } from '../../../domain/rulebook/changes.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { isSame } from '../../../domain/kernel/same.ts'
import { allFields } from './areas.ts'
import type { Field } from './fields.ts'
import { namesTwice } from './list-faults.ts'
import { listAt, lists } from './lists.ts'
import { placed } from './places.ts'
import { entriesOf, isOtherwise, relaid, rowsOf, withEntries, type Row } from './rows.ts'
import type { List } from './entry.ts'
import { faultWords } from './words.ts'

/**
 * What an administrator has begun: settings and lists by their places. While a preset or an earlier version is looked at, that is what is
 * proposed, and what was begun waits.
 */
export type Draft = {
  readonly seen: number
  readonly settings: Readonly<Record<string, unknown>>
  readonly lists: Readonly<Record<string, readonly Row[]>>
  readonly instead?: Extract<RulebookProposal['rules'], { kind: 'preset' | 'version' }>
  readonly startsOn: string
  readonly why: string
}

export function emptyDraft({ latest }: Pick<RulebookView, 'latest'>): Draft {
  return { seen: latest, settings: {}, lists: {}, startsOn: '', why: '' }
}

/** The settings that have neither field nor list here, as they stand. */
export function toldOnly(rulebook: Rulebook): readonly Told[] {
  const places = [...allFields(rulebook), ...lists].map(({ path }) => path)
  return asItStands(rulebook).filter(({ covers }) => !covers.some((place) => places.includes(place)))
}

/** What is wrong, by places, with what has no field here to say it at: said with the part of the rules in which it stands. */
export function faultsElsewhere(wrong: Readonly<Record<string, string>>, rulebook: Rulebook): readonly string[] {
  const fields = ['startsOn', ...allFields(rulebook).map(({ path }) => path)]
  const elsewhere = Object.entries(wrong).filter(([path]) => !fields.includes(path) && !listAt(path))
  return [...new Set(elsewhere.map(([path, message]) => faultWords(areaOf(path), message)))]
}

/** With one setting otherwise; put back to what it was, it is no change. */
export function settingChanged(draft: Draft, rulebook: Rulebook, { path }: Field, value: unknown): Draft {
  const others = Object.fromEntries(Object.entries(draft.settings).filter(([place]) => place !== path))
  const isBack = isAsItStands(path, value, rulebook)
  return { ...goneBackTo(draft), settings: isBack ? others : { ...others, [path]: value } }
}

function isAsItStands(path: string, value: unknown, rulebook: Rulebook): boolean {
  const stands = settingAt(rulebook, path)
  return isSame(figures(value, stands), stands)
}

/** With one list otherwise. */
export function listChanged(draft: Draft, { path }: List, rows: readonly Row[]): Draft {
  return { ...goneBackTo(draft), lists: { ...draft.lists, [path]: rows } }
}

export function rowsIn({ lists: begun }: Draft, list: List, rulebook: Rulebook): readonly Row[] {
  return begun[list.path] ?? rowsOf(list, rulebook)
}

/** What was begun, without the preset or the version that was looked at meanwhile. */
export function goneBackTo({ instead: _instead, ...begun }: Draft): Draft {
  return begun
}

/** How many settings and lists are otherwise than they stand. */
export function changesIn(draft: Draft): number {
  return Object.keys(draft.settings).length + listsOtherwise(draft).length
}

export function isChange(draft: Draft): boolean {
  return draft.instead !== undefined || changesIn(draft) > 0
}

/** Whether something was begun that is no part of what is proposed. */
export function hasWaiting(draft: Draft): boolean {
  return draft.instead !== undefined && changesIn(draft) > 0
}

export function proposalOf(draft: Draft, rulebook: Rulebook): RulebookProposal {
  const { seen, instead, startsOn } = draft
  const rules = instead ?? { kind: 'settings' as const, rulebook: rulesIn(draft, rulebook) }
  return { seen, rules, ...(startsOn === '' ? {} : { startsOn }) }
}

/** The rules as they would stand. What was typed and is none of what a setting may be stands there too, to be refused at its place. */
export function rulesIn(draft: Draft, rulebook: Rulebook): unknown {
  const withSettings = Object.entries(draft.settings).reduce<unknown>(
    (made, [path, value]) => placed(made, path, figures(value, settingAt(rulebook, path))),
    rulebook,
  )
  return listsOtherwise(draft).reduce((made, [list, rows]) => withEntries(list, entriesOf(list, rows), made), withSettings)
}

/** What no proposal can hold, and the API cannot refuse. */
export function hasNameTwice(draft: Draft): boolean {
  return draft.instead === undefined && listsOtherwise(draft).some(([list, rows]) => namesTwice(list, rows).length > 0)
}

/** What waited while a preset or a version was looked at. The reason and the first day that were typed stay until rules are newer. */
export function waitingIn(draft: Draft, now: Pick<RulebookView, 'latest' | 'rulebook'>): Draft | undefined {
  if (!hasWaiting(draft)) return undefined
  const begun = goneBackTo(draft)
  return laidOver(draft.seen === now.latest ? begun : { ...begun, startsOn: '', why: '' }, now)
}

/** What was begun, over the rules as somebody else has changed them meanwhile. While nobody has, it is as it was, its order too. */
export function laidOver(draft: Draft, { latest, rulebook }: Pick<RulebookView, 'latest' | 'rulebook'>): Draft {
  if (draft.seen === latest) return draft
  const laid = listsOtherwise(draft).map(([list, rows]) => [list.path, relaid(list, rows, rulebook)] as const)
  const settings = Object.entries(draft.settings).filter(([path, value]) => !isAsItStands(path, value, rulebook))
  return { ...draft, seen: latest, settings: Object.fromEntries(settings), lists: Object.fromEntries(laid) }
}

function listsOtherwise({ lists: begun }: Draft): readonly (readonly [List, readonly Row[]])[] {
  const all = lists.map((list) => [list, begun[list.path] ?? []] as const)
  return all.filter(([list, rows]) => isOtherwise(list, rows))
}

/** What is typed for a number is one; anything else goes as it is, and is refused at its place. */
function figures(value: unknown, stands: unknown): unknown {
  return typeof stands === 'number' && typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value
}
