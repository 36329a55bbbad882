import type { SessionRecord } from '../sessions/session-record.ts'
import { concernedBy, evaluationsOf } from './evaluation.ts'
import type { Answered, Evaluation } from './evaluation.ts'

/** What was answered to one question, as it was put: `counts` of the answers 1 to 5, or the remarks. */
export type QuestionResult =
  | { readonly answer: 'scale'; readonly label: string; readonly counts: readonly [number, number, number, number, number] }
  | { readonly answer: 'words'; readonly label: string; readonly remarks: readonly string[] }

export type Results = {
  /** Members who were there, or are taken to have been. */
  readonly attended: number
  /** Of those, how many have said something. C8.7: the response rate is this of `attended`. */
  readonly returned: number
  readonly notThisTime: number
  readonly questions: readonly QuestionResult[]
}

/**
 * What those who were at a session thought of it: totals, and remarks in the order of the alphabet, so that nothing tells whose they are.
 *
 * What somebody said of whom the register has since said that they were not there counts in nothing.
 *
 * Clauses: C8.7, C8.25, C8.28.
 */
export function resultsOf(record: SessionRecord): Results {
  const concerned = new Set(concernedBy(record))
  const own = evaluationsOf(record).filter(({ memberId }) => concerned.has(memberId))
  const returns = own.filter(({ said }) => said.kind === 'answers')
  return {
    attended: concerned.size,
    returned: returns.length,
    notThisTime: own.length - returns.length,
    questions: questionsIn(returns),
  }
}

/** In the order in which most forms have them. */
function questionsIn(returns: readonly Evaluation[]): readonly QuestionResult[] {
  const answers = returns.flatMap(({ said }) => (said.kind === 'answers' ? said.answers : []))
  const byQuestion = Map.groupBy(answers, ({ questionId, label, answer }) => `${questionId} ${answer} ${label}`)
  return [...byQuestion.values()].flatMap((own) => {
    const [first] = own
    return first ? [resultOf(first, own)] : []
  })
}

function resultOf({ answer, label }: Answered, own: readonly Answered[]): QuestionResult {
  if (answer === 'words') {
    const remarks = own.flatMap((each) => (each.answer === 'words' ? [each.words] : []))
    return { answer, label, remarks: remarks.toSorted((one, other) => one.localeCompare(other, 'en')) }
  }
  const many = (value: number) => own.filter((each) => each.answer === 'scale' && each.value === value).length
  return { answer, label, counts: [many(1), many(2), many(3), many(4), many(5)] }
}
