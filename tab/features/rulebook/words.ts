import type { RulebookPreview, RulebookVersionView, RulebookView } from '../../../api/contracts/rulebook.ts'
import { wallTimeInWords } from '../../../domain/kernel/words-of-time.ts'
import { dayWords, fullDay, timeWords } from '../../ui/words-of-time.ts'
import type { Field } from './fields.ts'

export const words = {
  toHealth: 'Health: is everything working?',
  title: 'Rulebook',
  lead: (council: string) =>
    `The rules by which ${council} goes. A change is shown in full before it takes effect, and every earlier version is kept.`,
  readOnly: 'An administrator can change them.',
  was: (value: string) => `was ${value}`,
  rest: 'Where the rules come from',
  change: 'What you are changing',
  nothingYet: 'Nothing yet. Change a word or a number, choose a preset, or go back to an earlier version.',
  toPreset: (name: string) => `You would take the rules of ${name}. The council’s own categories, mailboxes, people, rooms and days stay.`,
  toVersion: (version: number) => `You would go back to version ${version}.`,
  waiting: 'What you had begun is no part of this. It is kept.',
  goBack: 'Back to what I had begun',
  count: (many: number) => `${many === 1 ? 'One setting is' : `${many} settings are`} different. Nothing is applied yet.`,
  startsOn: 'First day by the new rules',
  startsHint: 'Leave it empty to begin now.',
  why: 'Why',
  whyHint: 'It stands in the history, for whoever asks later.',
  whyMissing: 'Say why, in a few words.',
  preview: 'Show what this changes',
  applyNow: 'Apply now',
  discard: 'Discard',
  putRight: 'Something here needs putting right, and nothing has been changed.',
  unanswered: 'Quorate did not answer, and nothing has been changed. Try again in a moment.',
  unknown: 'Quorate did not answer. Look at the versions below before you try again.',
  theyChanged: 'They changed:',
  keepMine: 'Go on from their version',
  noDifference: 'No rule would be different.',
  staying: 'Sessions to come stay as they are on today’s answers.',
  presets: 'Take the rules of another council',
  presetHint: 'Every difference is shown first. The council’s own categories, mailboxes, people, rooms and days stay.',
  preset: 'Preset',
  seePreset: 'Show what would change',
  versions: 'Versions',
  toVersions: (many: number) => `Versions (${many})`,
  first: 'The rules as the council was set up.',
  same: 'No rule was different.',
  goBackTo: (version: number) => `Go back to version ${version}`,
  on: 'Yes',
  off: 'No',
  nobody: 'nobody',
  standsAlready: 'This stands in the list already. Change that one, or choose another.',
  ofLine: (line: string, message: string) => `“${line}”: ${message}`,
}

const standings = { 'in-force': 'In force', 'to-come': 'To come', past: 'Past', never: 'Never came' } as const

export function versionHeading({ version, standing }: RulebookVersionView): string {
  return `Version ${version}: ${standings[standing].toLowerCase()}`
}

export function versionLine({ effectiveFrom, changedBy, changedAt }: RulebookVersionView): string {
  return `From ${fromWords(effectiveFrom)}. Written by ${changedBy} on ${fullDay(changedAt)}.`
}

/** "Monday 19 October 2026", with the time where that is not midnight. */
function fromWords(at: string): string {
  const time = timeWords(at)
  return time === 'midnight' ? fullDay(at) : `${fullDay(at)}, ${time}`
}

/** What the page shows is the latest version, by which nobody may go yet. Undefined where it is in force. */
export function toComeWords({ latest, versions }: Pick<RulebookView, 'latest' | 'versions'>): string | undefined {
  const toCome = versions.filter(({ standing }) => standing === 'to-come').toSorted((one, other) => one.version - other.version)
  const last = toCome.at(-1)
  if (last?.version !== latest) return undefined
  const sooner = toCome
    .slice(0, -1)
    .map(({ version, effectiveFrom }) => `Version ${version} begins before it, on ${fromWords(effectiveFrom)}.`)
  const ruling = versions.find(({ standing }) => standing === 'in-force')
  const untilThen = ruling ? [`Until then version ${ruling.version} is in force.`] : []
  return [`These are the rules of version ${latest}, which begins on ${fromWords(last.effectiveFrom)}.`, ...sooner, ...untilThen].join(' ')
}

/** What is wrong with a setting, and in which part of the rules it stands where the page has no field for it. */
export function faultWords(area: string | undefined, message: string): string {
  return area === undefined ? message : `${area}: ${message}`
}

export function fromHeading({ effectiveFrom }: RulebookPreview, isNow: boolean, now: string): string {
  return isNow ? 'From now on' : `From ${dayWords(effectiveFrom, now)}`
}

export function applyWords({ effectiveFrom }: RulebookPreview, isNow: boolean, now: string): string {
  return isNow ? words.applyNow : `Apply from ${dayWords(effectiveFrom, now)}`
}

export function appliedWords({ from }: { readonly from?: string }): string {
  return `The new rules are written down. ${from === undefined ? 'They are in force now.' : `They begin on ${fromWords(from)}.`}`
}

export function sessionsWords({ toCome, newlyTooFew, nowEnough }: RulebookPreview['sessions']): string {
  const told = [
    ...(newlyTooFew > 0 ? [`${sessions(newlyTooFew)} would have too few coming`] : []),
    ...(nowEnough > 0 ? [`${sessions(nowEnough)} would no longer have too few`] : []),
  ]
  return told.length === 0 ? words.staying : `Of ${sessions(toCome)} to come, on today’s answers, ${told.join(', and ')}.`
}

function sessions(many: number): string {
  return `${many} session${many === 1 ? '' : 's'}`
}

export function inPlaceOfWords({ version, effectiveFrom, changedBy }: RulebookPreview['inPlaceOf'][number]): string {
  return `Version ${version}, which ${changedBy} wrote to begin on ${fullDay(effectiveFrom)}, would not come.`
}

/** A value as its sentence says it. */
export function valueWords(field: Field, value: unknown): string {
  if (field.kind === 'switch') return value === true ? words.on : words.off
  if (field.kind === 'choice') return field.options.find(([each]) => each === value)?.[1] ?? String(value)
  if (field.kind === 'time' && typeof value === 'string') return wallTimeInWords(value)
  if (field.kind === 'text') return `“${String(value)}”`
  if (field.kind !== 'ticks') return String(value)
  const ticked = field.options.filter(([each]) => Array.isArray(value) && value.includes(each)).map(([, name]) => name)
  return ticked.length === 0 ? words.nobody : ticked.join(', ')
}
