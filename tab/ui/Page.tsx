import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left'
import { useEffect, useRef, type ReactNode } from 'react'
import { hrefOf, type Route } from '../paths.ts'
import { NeedAHand } from './NeedAHand.tsx'
import { useArrival } from './Arrival.tsx'
import { phone, useIsPhone } from './widths.ts'

type Props = {
  /** Members' pages are airy and at most 1040 px wide, officers' dense and at most 1240. */
  readonly of: 'member' | 'officer'
  readonly title: string
  /** One sentence that answers "what do I need to do?" or "how do things stand?". */
  readonly lead?: ReactNode
  readonly back?: { readonly to: Route; readonly words: string }
  readonly trail?: ReactNode
  /** Beside the title; on a phone they come last, because what the page is about comes first. */
  readonly actions?: ReactNode
  /** The page's one action, stuck to the bottom, last in reading order. A page that has one ends without the telephone number. */
  readonly bar?: ReactNode
  /** False until the title is known: focus waits for it. */
  readonly ready?: boolean
  readonly children: ReactNode
}

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    width: '100%',
    margin: '0 auto',
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXXL}`,
    [phone]: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
    '@media print': { padding: 0, maxWidth: 'none' },
  },
  member: {
    maxWidth: '1104px',
    gap: tokens.spacingVerticalXXXL,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    paddingTop: tokens.spacingVerticalXXL,
  },
  officer: {
    maxWidth: '1288px',
    gap: tokens.spacingVerticalL,
    padding: '20px 24px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  top: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, alignItems: 'flex-start' },
  // One or two buttons stand beside the title; more of them go below it and leave it its line.
  titles: { flex: '1 1 640px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  back: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '44px',
    marginTop: `-${tokens.spacingVerticalM}`,
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    '@media print': { display: 'none' },
  },
  heading: {
    margin: 0,
    textWrap: 'balance',
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  memberHeading: {
    fontWeight: tokens.fontWeightBold,
    '@media (min-width: 700px)': { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700 },
  },
  officerHeading: { fontWeight: tokens.fontWeightSemibold, [phone]: { fontSize: tokens.fontSizeBase500, lineHeight: '26px' } },
  lead: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

/** What every page has: its name in the window and as `h1`, the way back, one sentence, and whom to ring. */
export function Page({ of, title, lead, back, trail, actions, bar, ready = true, children }: Props) {
  const styles = useStyles()
  const heading = useHeading(title, ready)
  const isPhone = useIsPhone()
  return (
    <>
      <main className={mergeClasses(styles.page, of === 'member' ? styles.member : styles.officer)}>
        <div className={styles.top}>
          <div className={styles.titles}>
            {back && (
              <a className={styles.back} href={hrefOf(back.to)}>
                <ChevronLeft20Regular aria-hidden />
                {back.words}
              </a>
            )}
            {trail}
            <h1
              ref={heading}
              tabIndex={-1}
              className={mergeClasses(styles.heading, of === 'member' ? styles.memberHeading : styles.officerHeading)}
            >
              {title}
            </h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions && !isPhone && <div className={styles.actions}>{actions}</div>}
        </div>
        {children}
        {actions && isPhone && <div className={styles.actions}>{actions}</div>}
        {of === 'member' && !bar && <NeedAHand />}
      </main>
      {bar}
    </>
  )
}

/** Names the window and, after a change of page, puts focus on the heading, so that a screen reader says where one is. */
function useHeading(title: string, ready: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const arrival = useArrival()
  useEffect(() => {
    document.title = `${title} - Quorate`
  }, [title])
  useEffect(() => {
    if (ready && arrival.take()) heading.current?.focus({ preventScroll: true })
  }, [ready, arrival])
  return heading
}
