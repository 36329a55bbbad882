import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { hrefOf, type Route } from '../paths.ts'
import { useIsPhone } from './widths.ts'
import { wordsOfTrail } from './words.ts'

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    margin: 0,
    padding: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    '@media print': { display: 'none' },
  },
  item: { display: 'flex', alignItems: 'center', minWidth: 0 },
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    marginTop: `-${tokens.spacingVerticalM}`,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase400,
  },
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '24px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
})

type Step = { readonly words: string; readonly to?: Route }

/** Where this page is. A phone has room for the way back only. */
export function Trail({ steps }: { readonly steps: readonly Step[] }) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  const back = steps.findLast(({ to }) => to !== undefined)
  if (isPhone && back?.to) {
    return (
      <a className={styles.back} href={hrefOf(back.to)}>
        <ChevronLeft20Regular aria-hidden />
        {back.words}
      </a>
    )
  }
  return (
    <nav aria-label="Where this page is">
      <ol className={styles.list}>
        {steps.map((step, place) => (
          <li key={step.words} className={styles.item}>
            {place > 0 && <ChevronRight16Regular aria-hidden />}
            {step.to ? (
              <a className={styles.link} href={hrefOf(step.to)}>
                {step.words}
              </a>
            ) : (
              <span aria-current="page">{step.words}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

type SessionTrailProps = {
  readonly session: { readonly title: string; readonly sessionId: string }
  /** Pages between the session's own and this one. */
  readonly over?: readonly Step[]
  readonly here: string
}

const programme = { words: wordsOfTrail.programme, to: { page: 'programme' } } as const

/** From the programme to a page that hangs on it. */
export function ProgrammeTrail({ here }: { readonly here: string }) {
  return <Trail steps={[programme, { words: here }]} />
}

/** From the programme over a session to one of the pages about it. */
export function SessionTrail({ session: { title, sessionId }, over = [], here }: SessionTrailProps) {
  return <Trail steps={[programme, { words: title, to: { page: 'session', sessionId } }, ...over, { words: here }]} />
}
