import type { EvaluationResults, QuestionResultView } from '../../../api/contracts/evaluations.ts'
import { counted } from '../../ui/words-of-number.ts'
import { fullDay } from '../../ui/words-of-time.ts'

export const words = {
  title: 'What Members thought',
  trail: 'What Members thought',
  caption: 'How many answered each of 1 to 5',
  question: 'Question',
  scale: '1 is not at all, 5 is very much.',
  mean: 'Average',
  remarks: 'Remarks',
  noRemarks: 'None.',
  remarksNote: 'In the order of the alphabet, without names.',
  nothing: 'Nobody has said anything yet.',
  enter: 'Put down a return',
  enterHint: 'What came on paper, by email or in words. It takes the place of what the Member had said before.',
  member: 'Member',
  chooseMember: 'Choose a Member',
  through: 'How it came',
  notAnswered: 'Not answered',
  save: 'Save this return',
  saved: (name: string) => `Saved for ${name}.`,
  wrongMember: 'Choose whose return it is.',
  nothingSaid: 'Put down one answer or more.',
  unknown: 'We cannot tell whether that reached us. What you have put down is still here. Save it again: it counts once.',
  who: 'Who has answered',
  nobodyThere: 'Nobody is on the register, and nobody had accepted.',
  few: 'Too few to show to anybody else',
}

export const channelWords = { paper: 'On paper', email: 'By email', spoken: 'In words', 'focus-group': 'In a focus group' } as const

const states = {
  'not-over': 'This session has not ended yet. Its forms go on the morning after.',
  'not-asked': 'The council gives no forms for such sessions.',
  cancelled: 'This session was cancelled, so nobody is asked about it.',
  postponed: 'This session was postponed. Its forms go on the morning after it has been held.',
} as const

/** C8.7: "12 of the 20 Members who were there have answered, which is 60%." */
export function leadWords({ state, attended, returned, isRecorded }: EvaluationResults): string {
  if (state !== 'open') return states[state]
  if (attended === 0) return words.nobodyThere
  const whom = isRecorded
    ? `${counted(attended, 'Member')} who ${attended === 1 ? 'was' : 'were'} there`
    : `${counted(attended, 'Member')} who had accepted`
  const rate = Math.round((100 * returned) / attended)
  const note = isRecorded ? '' : ' Nothing is on the register yet.'
  return `${returned} of the ${whom} ${returned === 1 ? 'has' : 'have'} answered, which is ${rate}%.${note}`
}

export function notThisTimeWords(many: number): string {
  return many === 0 ? '' : `${counted(many, 'Member')} said “not this time”.`
}

/** C8.28. Undefined: there are enough, or none at all. */
export function fewWords({ returned, minimumReturns }: Pick<EvaluationResults, 'returned' | 'minimumReturns'>): string | undefined {
  if (returned === 0 || returned >= minimumReturns) return undefined
  return `${words.few}. Until there are ${minimumReturns} returns only officers see this, and it cannot be taken away.`
}

type Scale = Extract<QuestionResultView, { answer: 'scale' }>

/** To one place: "4.3". Undefined: nobody has answered it. */
export function meanOf({ counts }: Pick<Scale, 'counts'>): string | undefined {
  const many = counts.reduce((sum, each) => sum + each, 0)
  const sum = counts.reduce((total, each, index) => total + each * (index + 1), 0)
  return many === 0 ? undefined : (sum / many).toFixed(1)
}

/** "Was it worth your time? 1: 0, 2: 0, 3: 1, 4: 5, 5: 6. Average 4.4." */
export function chartName({ label, counts }: Pick<Scale, 'label' | 'counts'>): string {
  const each = counts.map((many, index) => `${index + 1}: ${many}`).join(', ')
  return `${label} ${each}. ${words.mean} ${meanOf({ counts }) ?? 'none'}.`
}

/** What is on the page, as a spreadsheet has it: nobody's name. */
export function resultsTable(results: EvaluationResults): readonly (readonly (string | number)[])[] {
  const { title, startsAt, attended, returned, notThisTime, questions } = results
  return [
    [title, fullDay(startsAt)],
    ['There', attended],
    ['Returns', returned],
    ['Not this time', notThisTime],
    [],
    [words.question, '1', '2', '3', '4', '5', words.mean],
    ...questions.flatMap((each) => (each.answer === 'scale' ? [[each.label, ...each.counts, Number(meanOf(each) ?? 0)]] : [])),
    [],
    [words.question, words.remarks],
    ...questions.flatMap((each) => (each.answer === 'words' ? each.remarks.map((remark) => [each.label, remark]) : [])),
  ]
}

export function personWords({ state, through }: EvaluationResults['people'][number]): string {
  if (state === 'waiting') return 'not yet'
  if (state === 'not-this-time') return 'not this time'
  return through === undefined || through === 'form' ? 'answered' : `answered, ${channelWords[through].toLowerCase()}`
}
