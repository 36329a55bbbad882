import type {
  ObjectiveView,
  PdpContentView,
  PdpPage,
  PdpSessionView,
  PdpStandingsPage,
  PdpVersionsPage,
} from '../../../api/contracts/pdp.ts'
import { lackingIn, type Lacking } from '../../../domain/pdp/lacking.ts'
import { day, type Day } from '../../../domain/kernel/time.ts'
import { dayInWords } from '../../../domain/kernel/words-of-time.ts'
import type { StatusIcon } from '../../ui/Status.tsx'
import { capitalised, counted, listed, numberWord } from '../../ui/words-of-number.ts'
import { asAtWords, dayAndMonth, fullDay, londonDay, timeWords } from '../../ui/words-of-time.ts'
import type { Saving } from './keeper.ts'

export const words = {
  title: 'My plan',
  titleOf: (name: string) => `Plan of ${name}`,
  back: 'My plan',
  backToPlans: 'Development plans',
  openedNoted: 'That you opened it is written down, where the Member can see it.',
  by: (on: string) => `By ${on}`,
  answer: 'Answer',
  answerOf: (title: string) => `Answer: ${title}`,
  notSavedYet: 'Your words are not saved yet, so nothing was agreed. Please try again.',
  supporterNotKnown: 'No signal just now, so we do not know whether that was saved. Look here again when you are back.',
  supporterSaved: 'Saved.',
  whoAreThey: 'Who are they?',
  objectives: 'Objectives',
  noObjectives: 'Nothing here yet. An objective is one thing that you want to be able to do, and by when.',
  add: 'Add an objective',
  edit: 'Edit',
  unnamed: 'An objective without words yet',
  noDate: 'No date yet',
  done: (on: string) => `Done on ${dayWords(on)}`,
  about: 'About you',
  aboutHint: 'Each is optional, and saved as you write.',
  gaps: 'What would you like to know more about, or do better?',
  gapsHint: 'Gaps in skills and knowledge.',
  transferable: 'What do you bring from work and life?',
  transferableHint: 'Skills that the council could use: accounts, caring, a trade, languages.',
  aspirations: 'Which roles would you like in future?',
  aspirationsHint: 'A chair, the cabinet, scrutiny, or doing well what you do now.',
  otherSkills: 'Any other skills that you want?',
  otherSkillsHint: 'Public speaking or speed reading, for instance.',
  needs: 'What do you need help with?',
  agree: 'Agree my plan',
  agreeHeading: 'Agree your plan',
  standsHeading: 'Where it stands',
  onlyDraft: 'Only a draft until you agree it.',
  changedSince: (at: string) => `You agreed it on ${fullDay(at)} and have changed it since. What you agreed stands until you agree again.`,
  agreedOn: (at: string) => `You agreed this plan on ${fullDay(at)}.`,
  notAgreedByHelper: 'Only the Member can agree it. What you write is saved, and shown to the Member as yours.',
  agreedOf: (at: string) => `Agreed by the Member on ${fullDay(at)}.`,
  changedOf: (at: string) => `Agreed by the Member on ${fullDay(at)}, and changed since.`,
  draftOf: 'The Member has not agreed it yet.',
  agreeing: 'Agreeing…',
  notAgreed: 'No signal just now, so we do not know whether that was agreed. Look here again when you are back.',
  history: 'Earlier versions',
  whoHasPlans: 'Who in your group has a plan',
  objectiveTitle: 'Your objective',
  objectiveOf: (name: string) => `An objective of ${name}`,
  gone: 'This objective is not in the plan any more. It can be put back from the plan’s earlier versions.',
  aim: 'What do you want to be able to do?',
  aimHint: 'One sentence, in your own words.',
  byWhen: 'By when?',
  anotherDate: 'Another date',
  date: 'Date',
  help: 'What would help?',
  sessions: 'Which sessions serve it?',
  sessionsHint: 'Those you are invited to, and those you have been to this year.',
  noSessions: 'You have no sessions to choose from yet.',
  measure: 'How will you know you have done it? (optional)',
  haveDone: 'I have done this',
  notDone: 'Not done after all',
  remove: 'Remove this objective',
  sureRemove: 'It goes from your plan. It stays in the earlier versions, from which you can put it back.',
  yesRemove: 'Remove it',
  keep: 'Keep it',
  leave: 'Done',
  barLabel: 'Saving',
  conflictTitle: 'This plan was changed somewhere else',
  conflict: 'Nothing is lost. Here are both: choose which goes on. The other is kept in the earlier versions.',
  yours: 'What you wrote here',
  theirs: 'What stands there now',
  goOnWithYours: 'Go on with what I wrote here',
  goOnWithTheirs: 'Go on with what stands there',
  empty: 'Nothing',
  readersTitle: 'Who can read your plan',
  neverOpened: 'Has never opened it',
  lastOpened: (at: string) => `Last opened it on ${fullDay(at)}`,
  supporter: 'Your named supporter',
  designated: 'Named officer, chosen by the council',
  nobody: 'Nobody but you can read it.',
  choose: 'Who supports you with it?',
  chooseHint: 'They can read your plan and help you fill it in. You can change your mind at any time.',
  noSupporter: 'Nobody',
  othersSee: 'What others see',
  leadersSee: 'Your group leader and whip see whether you have a plan. Nothing in it.',
  officersSee: 'Other officers see whether you have a plan. Nothing in it.',
  historyTitle: 'Earlier versions',
  historyLead: 'What your plan said before. Only you can see these.',
  noHistory: 'There are no earlier versions yet. One is kept each time you agree your plan, and before anything is taken out of it.',
  show: 'Show it',
  hide: 'Hide it',
  putBack: 'Put this version back',
  putBackSure: 'What your plan says now is kept in the earlier versions, and this takes its place as a draft.',
  yesPutBack: 'Put it back',
  plansTitle: 'Development plans',
  name: 'Member',
  group: 'Group',
  standing: 'Plan',
  open: 'Open the plan',
  caption: 'Members and whether they have a plan',
}

export const helpWords: Readonly<Record<ObjectiveView['help'][number], string>> = {
  session: 'A short session',
  'own-time': 'Something online, in my own time',
  watching: 'Watching someone who does it well',
  mentor: 'A mentor',
}

export function dayWords(on: string): string {
  return dayInWords(day(on), { year: true, keepTogether: true })
}

/** "Only you, Priya Shah and the two named officers can read this." */
export function privacyWords({ supporter, designated }: Pick<PdpPage, 'supporter' | 'designated'>): string {
  const officers =
    designated.length === 0 ? [] : [designated.length === 1 ? 'one named officer' : `the ${numberWord(designated.length)} named officers`]
  const all = ['you', ...(supporter ? [supporter] : []), ...officers]
  return all.length === 1 ? 'Only you can read this.' : `Only ${listed(all)} can read this.`
}

const doneOrBooked: ReadonlySet<PdpSessionView['towards']> = new Set(['attended', 'booked'])

/** "Three objectives. Two have something done or booked." */
export function leadWords({ objectives }: PdpContentView, sessions: readonly PdpSessionView[]): string {
  if (objectives.length === 0) return 'Say what you want to be able to do, and by when.'
  const moving = objectives.filter(
    (each) => each.doneOn || servingOf(each, sessions).some(({ towards }) => doneOrBooked.has(towards)),
  ).length
  const what = `${capitalised(numberWord(objectives.length))} ${objectives.length === 1 ? 'objective' : 'objectives'}.`
  return `${what} ${capitalised(numberWord(moving === 0 ? 0 : moving))} ${moving === 1 ? 'has' : 'have'} something done or booked.`.replace(
    'No have',
    'None has',
  )
}

export function servingOf({ sessions: named }: ObjectiveView, sessions: readonly PdpSessionView[]): readonly PdpSessionView[] {
  return sessions.filter(({ sessionId }) => named.includes(sessionId))
}

type Towards = PdpSessionView['towards']

export const towardsIcons: Readonly<Record<Towards, StatusIcon>> = {
  attended: 'done',
  booked: 'waiting',
  perhaps: 'perhaps',
  'to-answer': 'open',
  declined: 'declined',
  missed: 'not-needed',
  'called-off': 'cancelled',
  'not-invited': 'open',
  over: 'not-needed',
}
const towardsWords: Readonly<Record<Towards, readonly [own: string, others: string]>> = {
  attended: ['You were there.', 'Attended.'],
  booked: ['Booked.', 'Booked.'],
  perhaps: ['You said tentative.', 'Tentative.'],
  'to-answer': ['It waits for your answer.', 'Not answered yet.'],
  declined: ['You declined.', 'Declined.'],
  missed: ['You were not recorded there.', 'Not recorded there.'],
  'called-off': ['It was called off.', 'It was called off.'],
  'not-invited': ['You are not invited yet.', 'Not invited yet.'],
  over: ['It is over.', 'It is over.'],
}

type Part = PdpPage['part']

export function sessionLine({ title, startsAt, towards }: PdpSessionView, part: Part): string {
  return `${title}, ${dayAndMonth(startsAt, 'long')}. ${towardsWords[towards][part === 'owner' ? 0 : 1]}`
}

/** "One thing done, one booked." No percentages. */
export function progressWords(serving: readonly PdpSessionView[], of: Part): string {
  const many = (...kinds: readonly Towards[]) => serving.filter(({ towards }) => kinds.includes(towards)).length
  const done = many('attended')
  const parts = [
    done === 0 ? 'nothing done yet' : done === 1 ? 'one thing done' : `${numberWord(done)} things done`,
    ...part(many('booked'), 'booked'),
    ...part(many('perhaps'), of === 'owner' ? 'you may go to' : 'tentative'),
    ...part(many('to-answer'), of === 'owner' ? 'waiting for your answer' : 'not answered yet'),
  ]
  return `${capitalised(parts.join(', '))}.`
}

function part(many: number, what: string): readonly string[] {
  return many === 0 ? [] : [`${numberWord(many)} ${what}`]
}

export function savingWords(saving: Saving, lasts: boolean): { readonly icon: StatusIcon; readonly words: string } | undefined {
  switch (saving.kind) {
    case 'typed':
    case 'saving':
      return { icon: 'telling', words: 'Saving…' }
    case 'saved':
      return { icon: 'done', words: `Saved at ${timeWords(saving.at)}. You can leave and come back.` }
    case 'no-signal':
      return {
        icon: 'to-send',
        words: lasts
          ? 'No signal. Your words are kept on this device and will be saved when you are back.'
          : 'No signal. Keep this page open: your words are saved as soon as you are back.',
      }
    case 'refused':
      return { icon: 'danger', words: saving.words }
    default:
      return undefined
  }
}

export function savedByWords({ saved, part, now }: PdpPage): string | undefined {
  if (!saved) return undefined
  const who = saved.by.mine ? 'you' : (saved.by.name ?? (part === 'owner' ? 'you' : 'the Member'))
  return `Last changed by ${who} at ${asAtWords(saved.at, now)}.`
}

export function lackingWords(content: PdpContentView): readonly string[] {
  return lackingIn(content).map(lackingLine)
}

function lackingLine(lacking: Lacking): string {
  if (lacking.kind === 'objective') return 'Add at least one objective.'
  const which = `objective ${lacking.number}`
  return lacking.kind === 'aim' ? `Say what ${which} is.` : `Choose a date for ${which}.`
}

/** Dates that Members think in, the soonest first. */
export function offeredDates(now: string): readonly { readonly on: string; readonly words: string }[] {
  const today = londonDay(now)
  const next = (month: number, on: number): Day => {
    const at = today.with({ month, day: on })
    return today.until(at).sign > 0 ? at : at.add({ years: 1 })
  }
  return [
    { on: next(12, 25), name: 'Christmas' },
    { on: next(3, 31), name: 'The end of March' },
    { on: next(5, 31), name: 'The end of May' },
  ]
    .toSorted((one, other) => other.on.until(one.on).sign)
    .map(({ on, name }) => ({ on: String(on), words: `${name} ${on.year}` }))
}

/** A plan as lines of words, for both versions side by side and for a spreadsheet. */
export function planLines(
  content: PdpContentView,
  { skills, sessions, part: of }: Pick<PdpPage, 'skills' | 'sessions' | 'part'>,
): readonly (readonly [string, string])[] {
  const needs = skills.filter(({ id }) => content.needs.includes(id)).map(({ label }) => label)
  const lines: (readonly [string, string])[] = [
    ...content.objectives.flatMap((each, index) => objectiveLines(each, index + 1, { sessions, part: of })),
    [words.gaps, content.gaps],
    [words.transferable, content.transferable],
    [words.aspirations, content.aspirations],
    [words.otherSkills, content.otherSkills],
    [words.needs, needs.join('; ')],
  ]
  return lines.filter(([, text]) => text !== '')
}

function objectiveLines(
  objective: ObjectiveView,
  number: number,
  { sessions, part: of }: Pick<PdpPage, 'sessions' | 'part'>,
): readonly (readonly [string, string])[] {
  const { aim, byOn, doneOn, help, measure } = objective
  const name = `Objective ${number}`
  return [
    [name, aim || words.unnamed],
    [`${name}: by when`, byOn ? dayWords(byOn) : words.noDate],
    [`${name}: what would help`, help.map((each) => helpWords[each]).join('; ')],
    [`${name}: how to know`, measure],
    [
      `${name}: sessions`,
      servingOf(objective, sessions)
        .map((session) => sessionLine(session, of))
        .join(' '),
    ],
    [`${name}: done`, doneOn ? dayWords(doneOn) : ''],
  ]
}

/** Of two versions, what is not the same in them, each as the one and as the other has it. */
export function differingLines(one: Lines, other: Lines): Lines {
  const there = new Map(other)
  const names = new Set([...one, ...other].map(([name]) => name))
  const here = new Map(one)
  return [...names].filter((name) => here.get(name) !== there.get(name)).map((name) => [name, here.get(name) ?? words.empty] as const)
}
type Lines = readonly (readonly [string, string])[]

const becauseWords: Readonly<Record<PdpVersionsPage['versions'][number]['because'], string>> = {
  agreed: 'You agreed this',
  'another-hand': 'As it stood before somebody else wrote in it',
  'objective-removed': 'Before an objective was taken out',
  'set-aside': 'Not chosen, when two versions met',
  earlier: 'As it stood earlier',
}

export function versionWords({ because, keptAt, by }: PdpVersionsPage['versions'][number], now: string): string {
  const who = by.mine ? '' : `, written by ${by.name ?? 'an officer'}`
  return `${becauseWords[because]}, ${asAtWords(keptAt, now)}${who}`
}

export function readersLead(many: number): string {
  if (many === 0) return 'You, and nobody else.'
  return `You, and ${many === 1 ? 'this one' : `these ${numberWord(many)}`}. Every time one of them opens it, it is written down here.`
}

type PlansRow = PdpStandingsPage['rows'][number]

export function standingWords({ standing, agreedAt }: PlansRow): string {
  if (standing === 'agreed' && agreedAt) return `Has a plan, agreed on ${fullDay(agreedAt)}`
  return standing === 'begun' ? 'Has begun one, not agreed yet' : 'None yet'
}

export function plansLead({ rows, of, group }: PdpStandingsPage): string {
  const have = rows.filter(({ standing }) => standing === 'agreed').length
  const whose = of === 'group' ? ` of ${group ?? 'your group'}` : ''
  return `${have} of ${counted(rows.length, 'Member')}${whose} ${have === 1 ? 'has' : 'have'} agreed a plan. What is in one is for its Member, their supporter and the officers named for it.`
}

export function plansTable(rows: readonly PlansRow[]): readonly (readonly string[])[] {
  return [[words.name, words.group, words.standing], ...rows.map((row) => [row.name, row.group ?? '', standingWords(row)])]
}
