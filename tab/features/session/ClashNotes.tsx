import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { z } from 'zod'
import type { Clash } from '../../../api/contracts/clashes.ts'
import type { SessionPage } from '../../../api/contracts/programme.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useBegun } from '../../api/use-begun.ts'
import { useHost } from '../../host/HostContext.tsx'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Live } from '../../ui/Live.tsx'
import { useSigned } from '../../ui/MeContext.tsx'
import { Note } from '../../ui/Note.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'
import { problemWords, wordsOfSaving } from '../../ui/words.ts'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { acceptedWords, clashWords, words } from './words-of-clash.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '560px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = { readonly page: SessionPage; readonly onReadAgain: () => Promise<void> }

/** C14.3, C14.12: what the session clashes with, who is affected, and the two ways out: move it, or say why it stays. */
export function ClashNotes({ page, onReadAgain }: Props) {
  const waiting = page.clashes.filter(({ accepted }) => !accepted)
  const accepted = page.clashes.filter((clash) => clash.accepted)
  return (
    <>
      {waiting.map((clash) => (
        <Waiting key={clash.clashId} clash={clash} page={page} onReadAgain={onReadAgain} />
      ))}
      {accepted.map((clash) => (
        <Note key={clash.clashId} kind="info">
          {acceptedWords(clash, page.now)}
        </Note>
      ))}
    </>
  )
}

function Waiting({ clash, page, onReadAgain }: Props & { readonly clash: Clash }) {
  const { officer, outlined } = useButtonStyles()
  const host = useHost()
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const look = mergeClasses(officer, outlined)
  const { webLink } = page
  const said = clashWords(clash)
  return (
    <>
      <Note
        kind="warning"
        action={
          <div className={styles.buttons}>
            {webLink && (
              <Button className={look} onClick={() => void host.openLink(webLink)}>
                {words.move}
              </Button>
            )}
            <Button as="a" className={look} href={hrefOf({ page: 'plan', sessionId: page.row.sessionId })}>
              {words.plan}
            </Button>
            <Button className={look} aria-expanded={isOpen} aria-label={words.keepName(said.bold)} onClick={() => setOpen(!isOpen)}>
              {words.keep}
            </Button>
          </div>
        }
      >
        <strong>{said.bold}</strong> {said.rest}
      </Note>
      {isOpen && <KeepForm clash={clash} sessionId={page.row.sessionId} onKept={onReadAgain} />}
    </>
  )
}

type State =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'incomplete'; readonly missing: string }
  | { readonly kind: 'trouble'; readonly words: string }

type KeepProps = { readonly clash: Clash; readonly sessionId: string; readonly onKept: () => Promise<void> }

function KeepForm({ clash, sessionId, onKept }: KeepProps) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const api = useApi()
  const { refresh } = useSigned()
  const { written, write, done } = useBegun(`clash ${sessionId} ${clash.clashId}`, '')
  const [state, setState] = useState<State>({ kind: 'idle' })
  const form = useFocusOnWrong(state.kind === 'incomplete' ? state : undefined)

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (state.kind === 'saving') return
    if (written.trim() === '') {
      setState({ kind: 'incomplete', missing: words.reasonMissing })
      return
    }
    setState({ kind: 'saving' })
    const path = `/sessions/${sessionId}/clashes/${clash.clashId}/acceptance`
    const answer = await api.post(path, { reason: written.trim() }, z.object({}))
    if (answer.kind === 'ok') done()
    else setState({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.notSaved })
    await onKept() // somebody else may have dealt with it meanwhile
    void refresh()
  }
  return (
    <Card>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void save(event)}>
        <Sentence
          label={words.reason}
          hint={words.reasonHint}
          wrong={state.kind === 'incomplete' ? state.missing : undefined}
          value={written}
          atMost={300}
          onChange={(reason) => {
            write(reason)
            setState({ kind: 'idle' })
          }}
        />
        <Live>
          {state.kind === 'saving' && <Status icon="telling">{wordsOfSaving.saving}</Status>}
          {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
        </Live>
        <Button type="submit" appearance="primary" className={officer} style={{ alignSelf: 'flex-start' }}>
          {words.keepSave}
        </Button>
      </form>
    </Card>
  )
}
