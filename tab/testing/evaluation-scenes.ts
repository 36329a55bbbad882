import {
  evaluationBody,
  evaluationResults,
  myEvaluation,
  myEvaluations,
  returnBody,
  type EvaluationResults,
  type MyEvaluation,
  type SaidBody,
} from '../../api/contracts/evaluations.ts'
import { now } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

export const waitingForm = { sessionId: 's-budget', title: 'Reading a council budget', startsAt: '2026-10-12T17:30:00Z' }

const earlier = { sessionId: 's-data', title: 'Data and information security', startsAt: '2026-09-22T12:00:00Z' }

const blank: MyEvaluation = {
  ...waitingForm,
  questions: [
    { questionId: 'worth', label: 'Was it worth your time?', answer: 'scale' },
    { questionId: 'relevant', label: 'Was it relevant to your role?', answer: 'scale' },
    { questionId: 'confident', label: 'Are you more confident in the subject now?', answer: 'scale' },
    { questionId: 'differently', label: 'What will you do differently?', answer: 'words' },
    { questionId: 'change', label: 'Is there anything we should change?', answer: 'words' },
  ],
  minimumReturns: 3,
  etag: '0',
  now,
}

/** A Member's forms: the one of yesterday's session waits, and the one before it is answered. */
export function evaluationsIn(scene: Scene, { method, path, body }: Asked): Given {
  if (path === '/my/evaluations') {
    const state = scene.answers.has('said') ? 'answered' : 'waiting'
    const rows = scene.name === 'member-empty' ? [] : [{ ...waitingForm, state } as const, { ...earlier, state: 'answered' } as const]
    return ok(myEvaluations, { rows, openMonths: 12, now })
  }
  if (scene.name === 'member-not-there') {
    return problem(409, 'We have no record that you were at this session', 'If you were, please tell us: the register can be put right.')
  }
  if (path !== `/my/evaluations/${waitingForm.sessionId}`) return problem(404, 'There is no such session')
  return method === 'PUT' ? saidIn(scene, body) : ok(myEvaluation, formIn(scene))
}

function saidIn(scene: Scene, body: Record<string, unknown>): Given {
  const { said, etag } = evaluationBody.parse(body)
  if (scene.name === 'member-said-elsewhere' && etag !== '1') {
    scene.answers.set('said', JSON.stringify({ kind: 'answers', answers: [{ questionId: 'worth', answer: 'scale', value: 2 }] }))
    return problem(
      412,
      'This form was filled in somewhere else since you opened it',
      'What you have written is still here. Press Send again, and it takes the place of the other.',
    )
  }
  scene.answers.set('said', JSON.stringify(said))
  return ok(myEvaluation, formIn(scene))
}

function formIn(scene: Scene): MyEvaluation {
  const kept = scene.answers.get('said')
  if (kept === undefined) return blank
  const said = JSON.parse(kept) as SaidBody
  const returns = said.kind === 'answers' ? { returns: { returned: 18, attended: 21 } } : {}
  return { ...blank, said, savedAt: now, etag: '1', ...returns }
}

const results: EvaluationResults = {
  ...waitingForm,
  state: 'open',
  isRecorded: true,
  attended: 21,
  returned: 18,
  notThisTime: 1,
  minimumReturns: 3,
  questions: [
    { answer: 'scale', label: 'Was it worth your time?', counts: [0, 1, 2, 6, 9] },
    { answer: 'scale', label: 'Was it relevant to your role?', counts: [0, 0, 4, 4, 10] },
    {
      answer: 'words',
      label: 'Is there anything we should change?',
      remarks: ['A shorter break.', 'Please send the slides before the evening, so that we can read the tables.'],
    },
  ],
  form: [...blank.questions],
  people: [
    { memberId: 'm-0', name: 'Cllr Dorothy Fennimore', state: 'waiting', etag: '0' },
    { memberId: 'm-1', name: 'Cllr Oluwaseun Trask', state: 'answered', through: 'paper', etag: '1' },
    { memberId: 'm-2', name: 'Cllr Simon Quarrie', state: 'not-this-time', through: 'form', etag: '1' },
  ],
  now,
}

/** What officers see of it: many returns; in the scene `officer-few-returns` too few to show, and in `officer-empty` none. */
export function resultsIn(scene: Scene, { method, body }: Asked): Given {
  if (method === 'PUT') {
    returnBody.parse(body)
    return ok(evaluationResults, { ...results, returned: results.returned + 1 })
  }
  if (scene.name === 'officer-empty') return ok(evaluationResults, { ...results, returned: 0, notThisTime: 0, questions: [] })
  if (scene.name !== 'officer-few-returns') return ok(evaluationResults, results)
  const questions = [
    { answer: 'scale', label: 'Was it worth your time?', counts: [0, 0, 0, 1, 1] },
  ] satisfies EvaluationResults['questions']
  return ok(evaluationResults, { ...results, returned: 2, questions })
}
