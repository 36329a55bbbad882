import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type FormEvent } from 'react'
import type { RulebookPreview, RulebookView } from '../../../api/contracts/rulebook.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Live } from '../../ui/Live.tsx'
import { Section } from '../../ui/Section.tsx'
import { Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { londonDay } from '../../ui/words-of-time.ts'
import { problemWords } from '../../ui/words.ts'
import { changesIn, hasWaiting, isChange, type Draft } from './draft.ts'
import { whyWrong, type RulebookState, type Trying } from './use-rulebook.ts'
import { appliedWords, applyWords, fromHeading, inPlaceOfWords, sessionsWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: { margin: 0, textWrap: 'pretty' },
  told: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, outlineStyle: 'none' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  sentences: {
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalM}`,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorBrandStroke1}`,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = Omit<RulebookState, 'resource'> & {
  readonly view: RulebookView
  /** Faults of settings that have no field of their own. */
  readonly faults: readonly string[]
}

/** What is begun: shown in plain words first, and only then to be applied. */
export function ChangeCard({ view, draft, trying, faults, change, preview, apply, discard, goOn }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const form = useFocusOnWrong(trying.kind === 'shown' ? trying.tried : undefined)
  const shown = trying.kind === 'shown' ? trying : undefined
  function submit(event: FormEvent): void {
    event.preventDefault()
    void (shown ? apply() : preview(draft))
  }
  return (
    <Section of="officer" heading={words.change} card>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        {(trying.kind !== 'applied' || isChange(draft)) && <p className={styles.line}>{begunWords(draft, view)}</p>}
        {hasWaiting(draft) && <p className={styles.line}>{words.waiting}</p>}
        {isChange(draft) && <Start view={view} draft={draft} change={change} wrong={wrongAt(trying, 'startsOn')} />}
        {shown && <Shown preview={shown.preview} isNow={shown.isNow} now={view.now} />}
        {shown && (
          <Sentence
            label={words.why}
            hint={words.whyHint}
            wrong={shown.tried ? whyWrong(draft) : undefined}
            value={draft.why}
            atMost={500}
            onChange={(why) => change({ ...draft, why })}
          />
        )}
        <Live>
          <Trouble trying={trying} faults={faults} />
        </Live>
        {trying.kind === 'overtaken' && (
          <Button className={mergeClasses(officer, outlined)} onClick={() => void goOn()}>
            {words.keepMine}
          </Button>
        )}
        {isChange(draft) && (
          <div className={styles.acts}>
            <Button type="submit" appearance="primary" className={officer}>
              {shown ? applyWords(shown.preview, shown.isNow, view.now) : words.preview}
            </Button>
            <Button className={mergeClasses(officer, outlined)} onClick={discard}>
              {hasWaiting(draft) ? words.goBack : words.discard}
            </Button>
          </div>
        )}
      </form>
    </Section>
  )
}

function begunWords(draft: Draft, { presets }: RulebookView): string {
  const { instead } = draft
  if (instead?.kind === 'version') return words.toVersion(instead.version)
  if (instead) return words.toPreset(presets.find(({ preset }) => preset === instead.preset)?.name ?? instead.preset)
  const many = changesIn(draft)
  return many === 0 ? words.nothingYet : words.count(many)
}

type StartProps = Pick<Props, 'view' | 'draft' | 'change'> & { readonly wrong: string | undefined }

function Start({ view, draft, change, wrong }: StartProps) {
  const { field } = useButtonStyles()
  return (
    <LabelledField label={words.startsOn} hint={words.startsHint} wrong={wrong}>
      {(wiring) => (
        <Input
          {...wiring}
          className={field}
          type="date"
          min={String(londonDay(view.now))}
          value={draft.startsOn}
          onChange={(_event, { value }) => change({ ...draft, startsOn: value })}
        />
      )}
    </LabelledField>
  )
}

type ShownProps = { readonly preview: RulebookPreview; readonly isNow: boolean; readonly now: string }

/** Focus goes to it, so that it is read before anything is applied. */
function Shown({ preview, isNow, now }: ShownProps) {
  const styles = useStyles()
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => told.current?.focus(), [])
  return (
    <div ref={told} tabIndex={-1} className={styles.told}>
      <h3 className={styles.heading}>{fromHeading(preview, isNow, now)}</h3>
      {preview.sentences.length === 0 ? (
        <p className={styles.line}>{words.noDifference}</p>
      ) : (
        <ul className={styles.sentences}>
          {preview.sentences.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {preview.inPlaceOf.map((version) => (
        <Status key={version.version} icon="cancelled">
          {inPlaceOfWords(version)}
        </Status>
      ))}
      <Status icon="info">{sessionsWords(preview.sessions)}</Status>
    </div>
  )
}

function Trouble({ trying, faults }: { readonly trying: Trying; readonly faults: readonly string[] }) {
  const styles = useStyles()
  switch (trying.kind) {
    case 'applied':
      return <Status icon="done">{appliedWords(trying)}</Status>
    case 'unanswered':
      return <Status icon="danger">{words.unanswered}</Status>
    case 'unknown':
      return <Status icon="danger">{words.unknown}</Status>
    case 'refused':
      return <Status icon="danger">{problemWords(trying.problem)}</Status>
    case 'wrong':
      return (
        <div className={styles.told}>
          <Status icon="danger">{words.putRight}</Status>
          {faults.map((fault) => (
            <p key={fault} className={styles.line}>
              {fault}
            </p>
          ))}
        </div>
      )
    case 'overtaken':
      return (
        <div className={styles.told}>
          <Status icon="danger">{problemWords(trying.problem)}</Status>
          <p className={styles.line}>{words.theyChanged}</p>
          <ul className={styles.sentences}>
            {(trying.problem.errors ?? []).map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )
  }
  return null
}

function wrongAt(trying: Trying, path: string): string | undefined {
  return trying.kind === 'wrong' ? trying.wrong[path] : undefined
}
