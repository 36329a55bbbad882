import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { pdpSaved } from '../../../api/contracts/pdp.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { Live } from '../../ui/Live.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { problemWords } from '../../ui/words.ts'
import { changedSinceAgreed } from './keeper.ts'
import type { Pdp } from './use-pdp.ts'
import { lackingWords, words } from './words.ts'

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: { margin: 0, textWrap: 'pretty' },
  act: { minHeight: '48px', fontSize: tokens.fontSizeBase400, '@media print': { display: 'none' } },
})

type Props = { readonly pdp: Pdp; readonly again: () => Promise<void> }

/** C6.1: the Member agrees the plan, and nobody else is shown a way to. */
export function AgreeCard({ pdp, again }: Props) {
  const styles = useStyles()
  const { page, draft } = pdp
  const changed = changedSinceAgreed(page, draft.content) ?? false
  const isOwner = page.part === 'owner'
  const mayAgree = isOwner && (!page.agreed || changed)
  return (
    <Section of="member" heading={mayAgree ? words.agreeHeading : words.standsHeading} card>
      <div className={styles.parts}>
        <p className={styles.line}>{isOwner ? ownWords(page.agreed?.at, changed) : helperWords(page.agreed?.at, changed)}</p>
        {isOwner ? (
          (!page.agreed || changed) && <Agree pdp={pdp} again={again} />
        ) : (
          <p className={styles.line}>{words.notAgreedByHelper}</p>
        )}
      </div>
    </Section>
  )
}

function ownWords(at: string | undefined, changed: boolean): string {
  if (at === undefined) return words.onlyDraft
  return changed ? words.changedSince(at) : words.agreedOn(at)
}

function helperWords(at: string | undefined, changed: boolean): string {
  if (at === undefined) return words.draftOf
  return changed ? words.changedOf(at) : words.agreedOf(at)
}

type Sending = { readonly kind: 'idle' | 'sending' } | { readonly kind: 'trouble'; readonly words: string }

function Agree({ pdp: { keeper, draft }, again }: Props) {
  const styles = useStyles()
  const api = useApi()
  const [sending, setSending] = useState<Sending>({ kind: 'idle' })
  const lacking = lackingWords(draft.content)

  async function agree(): Promise<void> {
    if (sending.kind === 'sending' || lacking.length > 0) return
    setSending({ kind: 'sending' })
    if (!(await keeper.flush())) {
      setSending({ kind: 'trouble', words: words.notSavedYet })
      return
    }
    const answer = await api.post('/my/pdp/agreement', { etag: keeper.state().etag }, pdpSaved)
    await again()
    if (answer.kind === 'ok') setSending({ kind: 'idle' })
    else setSending({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.notAgreed })
  }
  return (
    <>
      {lacking.map((line) => (
        <Status key={line} icon="open">
          {line}
        </Status>
      ))}
      <Button
        appearance="primary"
        className={styles.act}
        disabledFocusable={lacking.length > 0 || sending.kind === 'sending'}
        onClick={() => void agree()}
      >
        {words.agree}
      </Button>
      <Live>
        {sending.kind === 'sending' && <Status icon="telling">{words.agreeing}</Status>}
        {sending.kind === 'trouble' && <Status icon="danger">{sending.words}</Status>}
      </Live>
    </>
  )
}
