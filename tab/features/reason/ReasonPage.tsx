import { Button, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { z } from 'zod'
import { decisionCase, type DecisionCase } from '../../../api/contracts/decisions.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource } from '../../api/use-resource.ts'
import { goTo } from '../../host/use-route.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { useSigned } from '../../ui/MeContext.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { NotReached, Refused } from '../../ui/Trouble.tsx'
import { sessionWhen } from '../../ui/words-of-time.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '560px' },
  field: { minHeight: '44px', width: '100%', border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}` },
  save: { minHeight: '48px', alignSelf: 'flex-start', fontSize: tokens.fontSizeBase400 },
})

/** C3.13: the reason of a cancellation that was made in Outlook, which an officer still owes the record. */
export function ReasonPage({ sessionId }: { readonly sessionId: string }) {
  const { state, again } = useResource(`/sessions/${sessionId}/decision`, decisionCase)
  const shown = state.kind === 'shown' ? state.value : undefined
  const trail = [
    { words: words.programme, to: { page: 'programme' } },
    ...(shown ? [{ words: shown.row.title, to: { page: 'session', sessionId } } as const] : []),
    { words: words.trail },
  ] as const
  const lead = shown ? { lead: words.lead(shown.row.title, sessionWhen(shown.row, shown.now)) } : {}
  return (
    <Page of="officer" title={words.title} trail={<Trail steps={trail} />} {...lead}>
      {state.kind === 'refused' && <Refused problem={state.problem} />}
      {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      {state.kind === 'loading' && state.slow && <SkeletonCard bars={listBars} />}
      {shown && (isMissing(shown) ? <ReasonForm view={shown} /> : <Given sessionId={sessionId} />)}
    </Page>
  )
}

function isMissing({ row }: DecisionCase): boolean {
  return row.state.kind === 'cancelled' && row.state.reasonMissing
}

function Given({ sessionId }: { readonly sessionId: string }) {
  const { officer, outlined } = useButtonStyles()
  return (
    <Card>
      <Status icon="done">{words.given}</Status>
      <Button
        as="a"
        href={hrefOf({ page: 'session', sessionId })}
        className={mergeClasses(officer, outlined)}
        style={{ alignSelf: 'flex-start' }}
      >
        {words.back}
      </Button>
    </Card>
  )
}

type State = { readonly kind: 'idle' | 'saving' | 'incomplete' } | { readonly kind: 'trouble'; readonly words: string }

function ReasonForm({ view }: { readonly view: DecisionCase }) {
  const styles = useStyles()
  const buttons = useButtonStyles()
  const api = useApi()
  const { refresh } = useSigned()
  const [reasonId, setReasonId] = useState('')
  const [happened, setHappened] = useState('')
  const [state, setState] = useState<State>({ kind: 'idle' })
  const form = useRef<HTMLFormElement>(null)
  const reason = view.reasons.find(({ id }) => id === reasonId)
  const lacksWords = reason?.needsWords === true && happened.trim() === ''
  const tried = state.kind === 'incomplete'
  const { sessionId } = view.row

  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tried])

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!reason || lacksWords) return setState({ kind: 'incomplete' })
    setState({ kind: 'saving' })
    const given = { reasonId, ...(reason.needsWords ? { reasonWords: happened.trim() } : {}) }
    const answer = await api.post(`/sessions/${sessionId}/reason`, given, z.object({}))
    if (answer.kind === 'ok') {
      void refresh()
      return goTo({ page: 'session', sessionId })
    }
    setState({ kind: 'trouble', words: answer.kind === 'refused' ? answer.problem.title : words.notSaved })
  }
  return (
    <Card>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <LabelledField label={words.reason} wrong={tried && !reason ? words.missing : undefined}>
          {(wiring) => (
            <Select {...wiring} required className={buttons.select} value={reasonId} onChange={(_event, { value }) => setReasonId(value)}>
              <option value="">{words.choose}</option>
              {view.reasons.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </LabelledField>
        {reason?.needsWords && (
          <LabelledField label={words.happened} hint={words.happenedHint} wrong={tried && lacksWords ? words.happenedMissing : undefined}>
            {(wiring) => (
              <Textarea
                {...wiring}
                required
                rows={3}
                maxLength={500}
                className={styles.field}
                value={happened}
                onChange={(_event, { value }) => setHappened(value)}
              />
            )}
          </LabelledField>
        )}
        <div role="status">
          {state.kind === 'saving' && <Status icon="telling">{words.saving}</Status>}
          {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
        </div>
        <Button type="submit" appearance="primary" className={styles.save}>
          {words.save}
        </Button>
      </form>
    </Card>
  )
}
