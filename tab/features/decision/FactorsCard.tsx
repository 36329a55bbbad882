import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Add20Regular } from '@fluentui/react-icons/svg/add'
import { useState, type FormEvent } from 'react'
import { z } from 'zod'
import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Live } from '../../ui/Live.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'
import { problemWords, wordsOfSaving } from '../../ui/words.ts'
import { factorLine, words } from './words.ts'

const useStyles = makeStyles({
  line: { margin: 0, textWrap: 'pretty' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  add: { alignSelf: 'flex-start' },
})

type Props = { readonly view: DecisionCase; readonly onAdded: () => Promise<void> }

/** C3.7: what else is to be weighed, by whom and when; kept with the decision. */
export function FactorsCard({ view, onAdded }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const [adding, setAdding] = useState(false)
  return (
    <Section of="officer" heading={words.weigh} card>
      {view.factors.length === 0 && <p className={styles.line}>{words.weighNothing}</p>}
      {view.factors.map((factor) => (
        <p key={`${factor.at} ${factor.words}`} className={styles.line}>
          {factorLine(factor, view.now)}
        </p>
      ))}
      {adding ? (
        <FactorForm view={view} onAdded={onAdded} onClose={() => setAdding(false)} />
      ) : (
        <Button className={mergeClasses(officer, outlined, styles.add)} icon={<Add20Regular aria-hidden />} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      )}
    </Section>
  )
}

type State = { readonly kind: 'idle' | 'saving' } | { readonly kind: 'trouble'; readonly words: string }

function FactorForm({ view, onAdded, onClose }: Props & { readonly onClose: () => void }) {
  const styles = useStyles()
  const api = useApi()
  const { officer, outlined, select } = useButtonStyles()
  const { sessionId } = view.row
  const { written, write, done } = useBegun(`factor ${sessionId}`, { listed: '', words: '' })
  const [state, setState] = useState<State>({ kind: 'idle' })

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    const said = written.words.trim()
    if (state.kind === 'saving') return
    if (written.listed === '' && said === '') {
      setState({ kind: 'trouble', words: words.factorMissing })
      return
    }
    setState({ kind: 'saving' })
    const body = { ...(written.listed ? { listed: written.listed } : {}), ...(said ? { words: said } : {}) }
    const answer = await api.post(`/sessions/${sessionId}/factors`, body, z.object({}))
    if (answer.kind === 'ok') {
      done()
      await onAdded()
      onClose()
      return
    }
    setState({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.notSent })
  }
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      <LabelledField label={words.listedFactor}>
        {(wiring) => (
          <Select
            {...wiring}
            className={select}
            value={written.listed}
            onChange={(_event, { value }) => write({ ...written, listed: value })}
          >
            <option value="">{words.inOwnWords}</option>
            {view.factorList.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      <Sentence
        label={words.factorWords}
        hint={words.factorHint}
        wrong={undefined}
        value={written.words}
        atMost={500}
        onChange={(said) => write({ ...written, words: said })}
      />
      <Live>
        {state.kind === 'saving' && <Status icon="telling">{wordsOfSaving.saving}</Status>}
        {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
      </Live>
      <div className={styles.buttons}>
        <Button type="submit" className={mergeClasses(officer, outlined)}>
          {words.addIt}
        </Button>
        <Button className={mergeClasses(officer, outlined)} onClick={onClose}>
          {words.addNot}
        </Button>
      </div>
    </form>
  )
}
