import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { health, type HealthView } from '../../../api/contracts/health.ts'
import { useResource } from '../../api/use-resource.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { findingsIn, leadOf, type Finding } from './findings.ts'
import { partsOf, type Part } from './rows.ts'
import { useCheck, type Checking } from './use-check.ts'
import { words } from './words.ts'

const everySeconds = 60

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  what: { overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  said: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
  line: { margin: 0, textWrap: 'pretty' },
})

/** For the administrator: whether everything works, what waits for somebody, and how each thing stands that Quorate needs. */
export function HealthPage() {
  const { state, again, replace } = useResource('/health', health, { everySeconds })
  const { checking, check } = useCheck(replace)
  const shown = state.kind === 'shown' ? state.value : undefined
  const findings = shown ? findingsIn(shown) : []
  return (
    <Page
      of="officer"
      title={words.title}
      ready={state.kind !== 'loading'}
      {...(shown ? { lead: leadOf(shown, findings) } : {})}
      {...(shown ? { actions: <Actions view={shown} isChecking={checking.kind === 'checking'} onCheck={check} /> } : {})}
    >
      <Checked checking={checking} />
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      <Findings heading={words.toDo} findings={findings.filter(({ kind }) => kind === 'act')} />
      <Findings heading={words.toWatch} findings={findings.filter(({ kind }) => kind === 'watch')} />
      {shown && partsOf(shown).map((part) => <Standing key={part.heading} part={part} />)}
    </Page>
  )
}

type ActionsProps = { readonly view: HealthView; readonly isChecking: boolean; readonly onCheck: () => Promise<void> }

function Actions({ view, isChecking, onCheck }: ActionsProps) {
  const { officer, outlined } = useButtonStyles()
  const table = () => [
    ['', words.title, ''],
    ...findingsIn(view).map(({ what, toDo }) => [words.toDo, what, toDo]),
    ...partsOf(view).flatMap(({ heading, rows }) => rows.map(({ name, said }) => [heading, name, said])),
  ]
  return (
    <>
      <TakeAway name={words.title} table={table} />
      <Button
        className={mergeClasses(officer, outlined)}
        icon={<ArrowSync20Regular aria-hidden />}
        disabledFocusable={isChecking}
        onClick={() => void onCheck()}
      >
        {words.check}
      </Button>
    </>
  )
}

function Checked({ checking }: { readonly checking: Checking }) {
  return (
    <Live>
      {checking.kind === 'checking' && <Status icon="telling">{words.checking}</Status>}
      {checking.kind === 'checked' && <Status icon="done">{words.checked}</Status>}
      {checking.kind === 'trouble' && <Status icon="danger">{checking.words}</Status>}
    </Live>
  )
}

function Findings({ heading, findings }: { readonly heading: string; readonly findings: readonly Finding[] }) {
  const styles = useStyles()
  if (findings.length === 0) return null
  return (
    <Section of="officer" heading={heading} card>
      <ul className={styles.list}>
        {findings.map(({ kind, what, toDo }) => (
          <li key={what}>
            <Status icon={kind === 'act' ? 'danger' : 'info'}>
              <div className={styles.what}>{what}.</div>
              <div className={styles.said}>{toDo}</div>
            </Status>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Standing({ part: { heading, none, rows } }: { readonly part: Part }) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={heading} card>
      {rows.length === 0 && <p className={styles.line}>{none}</p>}
      <ul className={styles.list}>
        {rows.map(({ icon, name, said }) => (
          <li key={name}>
            <Status icon={icon}>
              <div className={styles.name}>{name}</div>
              <div className={styles.said}>{said}</div>
            </Status>
          </li>
        ))}
      </ul>
    </Section>
  )
}
