import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { partnerSharing, type PartnerSharing } from '../../../api/contracts/partners.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Inset } from '../../ui/Card.tsx'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { SessionTrail } from '../../ui/Trail.tsx'
import { phone } from '../../ui/widths.ts'
import { problemWords } from '../../ui/words.ts'
import { cameBackWords, cannotWords, emailsIn, leadWords, shareWords, toWords, words } from './words.ts'

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '720px' },
  line: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  email: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  share: { overflowWrap: 'anywhere' },
  link: { color: tokens.colorBrandForegroundLink, [phone]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' } },
})

/** C4.18: an event told to the council's partners, in words that an officer has read. */
export function PartnersPage({ sessionId }: { readonly sessionId: string }) {
  const styles = useStyles()
  const resource = useResource(`/sessions/${sessionId}/partners`, partnerSharing)
  const { state, again } = resource
  if (state.kind !== 'shown') {
    return (
      <SessionPending title={words.title} state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </SessionPending>
    )
  }
  const view = state.value
  return (
    <Page
      of="officer"
      title={words.title}
      lead={leadWords(view)}
      trail={<SessionTrail session={{ title: view.title, sessionId }} here={words.trail} />}
    >
      <OutOfReach state={state} onTryAgain={again} />
      <div className={styles.column}>
        {view.cannot && <Status icon="info">{cannotWords(view.cannot, view)}</Status>}
        {view.emails.map((email) => (
          <Email key={toWords(email)} email={email} />
        ))}
        <Sending view={view} resource={resource} />
        <a className={styles.link} href={hrefOf({ page: 'details', sessionId })}>
          {words.toDetails}
        </a>
        {view.shares.length > 0 && <Before view={view} />}
      </div>
    </Page>
  )
}

function Email({ email }: { readonly email: PartnerSharing['emails'][number] }) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.email} card>
      <p className={styles.quiet}>
        {words.to}: {toWords(email)}
      </p>
      <p className={styles.quiet}>
        {words.subject}: {email.subject}
      </p>
      <Inset className={styles.email}>
        <h3 className={styles.heading}>{email.heading}</h3>
        <p className={styles.line}>{email.lead}</p>
        {[...email.panel, ...email.more].map((line) => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
      </Inset>
      <p className={styles.quiet}>{words.foot}</p>
    </Section>
  )
}

/** What stood on the page at the first press: the second sends nothing that she has not read. */
type Read = Pick<PartnerSharing, 'number' | 'seen'> & { readonly many: number }
type State = { readonly kind: 'idle' | 'sending' } | { readonly kind: 'trouble'; readonly words: string }
type SendingProps = { readonly view: PartnerSharing; readonly resource: Resource<PartnerSharing> }

/** Pressed, asked once more with how many it is, and then done once. */
function Sending({ view, resource }: SendingProps) {
  const api = useApi()
  const { officer } = useButtonStyles()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const many = emailsIn(view)
  async function send({ number, seen }: Read): Promise<void> {
    setState({ kind: 'sending' })
    const answer = await api.post(`/sessions/${view.sessionId}/partners`, { number, seen }, partnerSharing)
    if (answer.kind === 'ok') {
      resource.replace(answer.value)
      setState({ kind: 'idle' })
      return
    }
    setState({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.notKnown })
    await resource.again()
  }
  const isOpen = !view.cannot && many > 0 && state.kind !== 'sending'
  return (
    <AskTwice
      subject={{ number: view.number, seen: view.seen, many }}
      opener={isOpen ? { words: words.share(many), primary: true } : undefined}
      sure={(read) => words.sure(read.many)}
      yes={() => ({ words: words.yes })}
      no={words.no}
      onYes={send}
      said={
        <>
          {state.kind === 'sending' && <Status icon="telling">{words.sending}</Status>}
          {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
        </>
      }
      look={officer}
      primary
    />
  )
}

function Before({ view }: { readonly view: PartnerSharing }) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.before} card>
      {view.shares.map((share) => {
        const cameBack = cameBackWords(share)
        return (
          <div key={share.at} className={styles.share}>
            {shareWords(share, view.now).map((line) => (
              <p key={line} className={styles.line}>
                {line}
              </p>
            ))}
            {cameBack && <Status icon="danger">{cameBack}</Status>}
          </div>
        )
      })}
    </Section>
  )
}
