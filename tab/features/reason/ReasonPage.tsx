import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { z } from 'zod'
import { decisionCase, type DecisionCase } from '../../../api/contracts/decisions.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useResource } from '../../api/use-resource.ts'
import { replaceWith, stayHere } from '../../host/use-route.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Live } from '../../ui/Live.tsx'
import { useSigned } from '../../ui/MeContext.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { ReasonFields } from '../../ui/ReasonFields.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { Trail } from '../../ui/Trail.tsx'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { problemWords, wordsOfSaving, wordsOfTrail } from '../../ui/words.ts'
import { missingReason, reasonToSend, type GivenReason, type MissingReason } from '../../ui/words-of-reason.ts'
import { leadWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '560px' },
  save: { minHeight: '48px', alignSelf: 'flex-start', fontSize: tokens.fontSizeBase400 },
})

/** C3.13: the reason of a cancellation that was made in Outlook, which an officer still owes the record. */
export function ReasonPage({ sessionId }: { readonly sessionId: string }) {
  const { state, again } = useResource(`/sessions/${sessionId}/decision`, decisionCase)
  const shown = state.kind === 'shown' ? state.value : undefined
  const trail = [
    { words: wordsOfTrail.programme, to: { page: 'programme' } },
    ...(shown ? [{ words: shown.row.title, to: { page: 'session', sessionId } } as const] : []),
    { words: words.trail },
  ] as const
  return (
    <Page of="officer" title={words.title} trail={<Trail steps={trail} />} {...(shown ? { lead: leadWords(shown, isMissing(shown)) } : {})}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown && (isMissing(shown) ? <ReasonForm view={shown} again={again} /> : <Given sessionId={sessionId} />)}
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

type State =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'incomplete'; readonly missing: MissingReason }
  | { readonly kind: 'trouble'; readonly words: string }

function ReasonForm({ view, again }: { readonly view: DecisionCase; readonly again: () => Promise<void> }) {
  const styles = useStyles()
  const api = useApi()
  const { refresh } = useSigned()
  const { sessionId } = view.row
  const { written, write, done } = useBegun<GivenReason>(`reason ${sessionId}`, { reasonId: '', reasonWords: '' })
  const [state, setState] = useState<State>({ kind: 'idle' })
  const form = useFocusOnWrong(state.kind === 'incomplete' ? state : undefined)

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (state.kind === 'saving') return
    const missing = missingReason(written, view.reasons)
    if (missing.reason || missing.reasonWords) {
      setState({ kind: 'incomplete', missing })
      return
    }
    setState({ kind: 'saving' })
    const isHere = stayHere()
    const answer = await api.post(`/sessions/${sessionId}/reason`, reasonToSend(written, view.reasons), z.object({}))
    if (answer.kind === 'ok') {
      done()
      void refresh()
      if (isHere()) replaceWith({ page: 'session', sessionId })
      return
    }
    await again() // somebody else may have given it meanwhile
    setState({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.notSaved })
  }
  return (
    <Card>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <ReasonFields
          reasons={view.reasons}
          given={written}
          missing={state.kind === 'incomplete' ? state.missing : {}}
          onChange={(change) => {
            write({ ...written, ...change })
            setState({ kind: 'idle' })
          }}
        />
        <Live>
          {state.kind === 'saving' && <Status icon="telling">{wordsOfSaving.saving}</Status>}
          {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
        </Live>
        <Button type="submit" appearance="primary" className={styles.save}>
          {words.save}
        </Button>
      </form>
    </Card>
  )
}
