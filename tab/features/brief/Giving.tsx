import { Button, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Copy20Regular } from '@fluentui/react-icons/svg/copy'
import { Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { useState } from 'react'
import type { PresenterBrief } from '../../../api/contracts/brief.ts'
import type { Resource } from '../../api/use-resource.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { Section } from '../../ui/Section.tsx'
import { Status } from '../../ui/Status.tsx'
import { useGiveBrief } from './use-brief.ts'
import { cannotWords, givenWords, mailOf, presenterWords, textOf, words } from './words.ts'

const useStyles = makeStyles({
  giving: { '@media print': { display: 'none' } },
  line: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  start: { alignSelf: 'flex-start' },
  text: { '& textarea': { minHeight: '200px' } },
})

type Props = { readonly brief: PresenterBrief; readonly resource: Resource<PresenterBrief> }

/** C1.11: by the officer's own hand, on paper, copied or by email; then she says that it is done. */
export function Giving({ brief, resource }: Props) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.giving} card className={styles.giving}>
      <p className={styles.quiet}>{words.nothingSent}</p>
      <p className={styles.line}>{presenterWords(brief)}</p>
      <Ways brief={brief} />
      <Said brief={brief} resource={resource} />
    </Section>
  )
}

type Copied = 'no' | 'yes' | 'refused'

function Ways({ brief }: Pick<Props, 'brief'>) {
  const styles = useStyles()
  const { officer, outlined, area } = useButtonStyles()
  const [copied, setCopied] = useState<Copied>('no')
  const look = mergeClasses(officer, outlined)
  const mail = mailOf(brief)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(textOf(brief))
      setCopied('yes')
    } catch {
      setCopied('refused') // some hosts do not let a tab write there: the text is shown instead
    }
  }
  return (
    <>
      <div className={styles.buttons}>
        <Button className={look} icon={<Copy20Regular aria-hidden />} onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button as="a" className={look} icon={<Mail20Regular aria-hidden />} href={mail.href}>
          {words.email}
        </Button>
        <Button className={look} icon={<Print20Regular aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {!mail.isWhole && <p className={styles.quiet}>{words.tooLong}</p>}
      <Live>
        {copied === 'yes' && <Status icon="done">{words.copied}</Status>}
        {copied === 'refused' && <Status icon="info">{words.notCopied}</Status>}
      </Live>
      {copied === 'refused' && (
        <Textarea
          readOnly
          className={mergeClasses(area, styles.text)}
          aria-label={words.text}
          value={textOf(brief)}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </>
  )
}

function Said({ brief, resource }: Props) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const { state, give } = useGiveBrief(brief, resource)
  const standing = givenWords(brief)
  const isToSay = !brief.cannot && (!brief.given || brief.given.changed)
  return (
    <>
      <Live>
        {state.kind === 'saying' && <Status icon="telling">{words.saying}</Status>}
        {state.kind === 'trouble' && <Status icon="danger">{state.words}</Status>}
        {state.kind === 'idle' && <Status icon={standing.icon}>{standing.words}</Status>}
      </Live>
      {brief.cannot && <Status icon="info">{cannotWords(brief.cannot)}</Status>}
      {isToSay && (
        <Button
          appearance="primary"
          className={mergeClasses(officer, styles.start)}
          disabledFocusable={state.kind === 'saying'}
          onClick={() => void give()}
        >
          {brief.given ? words.sayAgain : words.say}
        </Button>
      )}
    </>
  )
}
