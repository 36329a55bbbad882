import { Button, Select, makeStyles, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { channels, evaluationResults, longestComment, type EvaluationResults, type ReturnBody } from '../../../api/contracts/evaluations.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Live } from '../../ui/Live.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { problemWords, wordsOfSaving } from '../../ui/words.ts'
import { channelWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '560px', '@media print': { display: 'none' } },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  save: { minHeight: '48px', alignSelf: 'flex-start', fontSize: tokens.fontSizeBase400 },
})

type Written = { readonly memberId: string; readonly through: ReturnBody['through']; readonly answers: Readonly<Record<string, string>> }
type State =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'incomplete'; readonly member?: string; readonly answers?: string }
  | { readonly kind: 'saved' | 'trouble'; readonly words: string }

const empty: Written = { memberId: '', through: 'paper', answers: {} }

type Props = {
  readonly results: EvaluationResults
  readonly onSaved: (results: EvaluationResults) => void
  readonly again: () => Promise<void>
}

/** C8.3, C8.11: what came on paper or in another way, put down by an officer and marked as such. */
export function ReturnForm({ results, onSaved, again }: Props) {
  const styles = useStyles()
  const api = useApi()
  const { sessionId, form: questions, people } = results
  const { written, write, done } = useBegun<Written>(`return ${sessionId}`, empty)
  const [state, setState] = useState<State>({ kind: 'idle' })
  const form = useFocusOnWrong(state.kind === 'incomplete' ? state : undefined)
  const change = (given: Partial<Written>) => {
    write({ ...written, ...given })
    setState({ kind: 'idle' })
  }

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (state.kind === 'saving') return
    const person = people.find(({ memberId }) => memberId === written.memberId)
    const answers = answersOf(written, questions)
    if (!person) return setState({ kind: 'incomplete', member: words.wrongMember })
    if (answers.length === 0) return setState({ kind: 'incomplete', answers: words.nothingSaid })
    setState({ kind: 'saving' })
    const body = { answers, through: written.through, etag: person.etag }
    const answer = await api.put(`/sessions/${sessionId}/evaluation/${person.memberId}`, body, evaluationResults)
    if (answer.kind === 'ok') {
      done()
      write(empty)
      onSaved(answer.value)
      return setState({ kind: 'saved', words: words.saved(person.name) })
    }
    await again() // what stands there is seen now
    return setState({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.unknown })
  }

  return (
    <Section of="officer" heading={words.enter} card>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <p className={styles.hint}>{words.enterHint}</p>
        <Choice
          label={words.member}
          wrong={state.kind === 'incomplete' ? state.member : undefined}
          value={written.memberId}
          options={[['', words.chooseMember], ...people.map(({ memberId, name }) => [memberId, name] as const)]}
          onChange={(memberId) => change({ memberId })}
        />
        <Choice
          label={words.through}
          wrong={undefined}
          value={written.through}
          options={channels.map((channel) => [channel, channelWords[channel]] as const)}
          onChange={(through) => change({ through: channels.find((channel) => channel === through) ?? 'paper' })}
        />
        <Answers
          written={written}
          questions={questions}
          wrong={state.kind === 'incomplete' ? state.answers : undefined}
          onChange={change}
        />
        <Live>
          {state.kind === 'saving' && <Status icon="telling">{wordsOfSaving.saving}</Status>}
          {state.kind === 'saved' && <Status icon="done">{state.words}</Status>}
          {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
        </Live>
        <Button type="submit" appearance="primary" className={styles.save}>
          {words.save}
        </Button>
      </form>
    </Section>
  )
}

type AnswersProps = {
  readonly written: Written
  readonly questions: EvaluationResults['form']
  readonly wrong: string | undefined
  readonly onChange: (given: Partial<Written>) => void
}

function Answers({ written, questions, wrong, onChange }: AnswersProps) {
  const set = (questionId: string, value: string) => onChange({ answers: { ...written.answers, [questionId]: value } })
  return questions.map(({ questionId, label, answer }, place) => {
    const value = written.answers[questionId] ?? ''
    const own = place === 0 ? wrong : undefined
    if (answer === 'words')
      return (
        <Sentence
          key={questionId}
          label={label}
          hint=""
          wrong={own}
          value={value}
          atMost={longestComment}
          onChange={(given) => set(questionId, given)}
        />
      )
    const options = [['', words.notAnswered], ...['1', '2', '3', '4', '5'].map((each) => [each, each] as const)] as const
    return (
      <Choice key={questionId} label={label} wrong={own} value={value} options={options} onChange={(given) => set(questionId, given)} />
    )
  })
}

type ChoiceProps = {
  readonly label: string
  readonly wrong: string | undefined
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, wrong, value, options, onChange }: ChoiceProps) {
  const { select } = useButtonStyles()
  return (
    <LabelledField label={label} wrong={wrong}>
      {(wiring) => (
        <Select {...wiring} className={select} value={value} onChange={(_event, chosen) => onChange(chosen.value)}>
          {options.map(([each, called]) => (
            <option key={each} value={each}>
              {called}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}

function answersOf({ answers }: Written, questions: EvaluationResults['form']): ReturnBody['answers'] {
  return questions.flatMap(({ questionId, answer }): ReturnBody['answers'] => {
    const given = answers[questionId]?.trim() ?? ''
    if (given === '') return []
    return answer === 'scale' ? [{ questionId, answer, value: Number(given) }] : [{ questionId, answer, words: given }]
  })
}
