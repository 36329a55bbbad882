import type { RulebookProposal, RulebookView } from '../../../api/contracts/rulebook.ts'
import { asItStands, type Told } from '../../../domain/rulebook/as-it-stands.ts'
import { areaOf, settingAt } from '../../../domain/rulebook/changes.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { isSame } from '../../../domain/kernel/same.ts'
import { fieldsOf, ruleAreas, slotRules, type Field, type RuleArea } from './fields.ts'
import { faultWords } from './words.ts'

/** What an administrator has begun: settings by their places, or the whole of a preset or an earlier version instead of them. */
export type Draft = {
  readonly seen: number
  readonly settings: Readonly<Record<string, unknown>>
  readonly instead?: Extract<RulebookProposal['rules'], { kind: 'preset' | 'version' }>
  readonly startsOn: string
  readonly why: string
}

export function emptyDraft({ latest }: Pick<RulebookView, 'latest'>): Draft {
  return { seen: latest, settings: {}, startsOn: '', why: '' }
}

export function areasOf({ programme }: Rulebook): readonly RuleArea[] {
  const slots = slotRules(programme.slots.times)
  return ruleAreas.map((area) => (area.heading === 'Programme' ? { ...area, rules: [...area.rules, ...slots] } : area))
}

/** The settings that have no field, as they stand. */
export function toldOnly(rulebook: Rulebook): readonly Told[] {
  const fields = fieldsOf(areasOf(rulebook).flatMap(({ rules }) => rules))
  const hasField = (place: string) => fields.some(({ path }) => path === place || path.startsWith(`${place}.`))
  return asItStands(rulebook).filter(({ covers }) => !covers.some(hasField))
}

/** What is wrong, by places, with what has no field here to say it at: said with the part of the rules in which it stands. */
export function faultsElsewhere(wrong: Readonly<Record<string, string>>, rulebook: Rulebook): readonly string[] {
  const fields = ['startsOn', ...fieldsOf(areasOf(rulebook).flatMap(({ rules }) => rules)).map(({ path }) => path)]
  const elsewhere = Object.entries(wrong).filter(([path]) => !fields.includes(path))
  return [...new Set(elsewhere.map(([path, message]) => faultWords(areaOf(path), message)))]
}

/** With one setting otherwise; put back to what it was, it is no change. */
export function settingChanged(draft: Draft, rulebook: Rulebook, { path }: Field, value: unknown): Draft {
  const { instead: _instead, ...kept } = draft
  const others = Object.fromEntries(Object.entries(draft.settings).filter(([place]) => place !== path))
  const isBack = isSame(figures(value), settingAt(rulebook, path))
  return { ...kept, settings: isBack ? others : { ...others, [path]: value } }
}

export function isChange({ settings, instead }: Draft): boolean {
  return instead !== undefined || Object.keys(settings).length > 0
}

export function proposalOf({ seen, settings, instead, startsOn }: Draft, rulebook: Rulebook): RulebookProposal {
  const whole = Object.entries(settings).reduce<unknown>((made, [path, value]) => placed(made, path.split('.'), figures(value)), rulebook)
  return { seen, rules: instead ?? { kind: 'settings', rulebook: whole }, ...(startsOn === '' ? {} : { startsOn }) }
}

/** What is typed as a number is one; anything else goes as it is, and is refused at its place. */
function figures(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value
}

function placed(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(whole)) return whole.map((each, index) => (String(index) === key ? placed(each, rest, value) : (each as unknown)))
  const object = whole as Readonly<Record<string, unknown>>
  return { ...object, [key]: placed(object[key], rest, value) }
}
