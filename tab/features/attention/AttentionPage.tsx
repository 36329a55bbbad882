import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarCancel20Regular } from '@fluentui/react-icons/svg/calendar-cancel'
import { CalendarError20Regular } from '@fluentui/react-icons/svg/calendar-error'
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Call20Regular } from '@fluentui/react-icons/svg/call'
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text'
import { News20Regular } from '@fluentui/react-icons/svg/news'
import { People20Regular } from '@fluentui/react-icons/svg/people'
import { Phone20Regular } from '@fluentui/react-icons/svg/phone'
import { Warning20Regular } from '@fluentui/react-icons/svg/warning'
import { useEffect, useRef } from 'react'
import { attention, type Attention } from '../../../api/contracts/attention.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { useSigned } from '../../ui/MeContext.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, tableBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { phone } from '../../ui/widths.ts'
import { groupHeadings, groups, leadWords, rowWords, words, type RowWords } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr) 170px 156px',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `10px ${tokens.spacingHorizontalL}`,
    '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
    [phone]: {
      gridTemplateColumns: '20px minmax(0, 1fr)',
      gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      alignItems: 'start',
      padding: tokens.spacingHorizontalL,
    },
    '@media print': { gridTemplateColumns: '20px minmax(0, 1fr) 170px' },
  },
  claim: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: 'inherit', textWrap: 'pretty' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  second: { [phone]: { gridColumn: '2' } },
  button: { [phone]: { gridColumn: '1 / -1' } },
})

const icons = {
  ring: Call20Regular,
  people: People20Regular,
  calendar: CalendarCancel20Regular,
  phone: Phone20Regular,
  warning: Warning20Regular,
  repeat: CalendarLtr20Regular,
  clash: CalendarError20Regular,
  bulletin: News20Regular,
  brief: DocumentText20Regular,
} as const

const everySeconds = 15

/** Everything that waits for a person, the most pressing first. Nothing is dismissed: rows go when they are dealt with, or when their time has passed. */
export function AttentionPage() {
  const { state, again } = useResource('/attention', attention, { everySeconds })
  const shown = state.kind === 'shown' ? state.value : undefined
  useBadgeLike(shown?.rows.length)
  return (
    <Page of="officer" title={words.title} {...(shown ? { lead: leadWords(shown.rows.length) } : {})}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={tableBars} />
      </NotShown>
      {state.kind === 'shown' && <OutOfReach state={state} onTryAgain={again} />}
      {shown && <Groups attention={shown} />}
    </Page>
  )
}

/** The number beside the page's name and the page itself say the same. */
function useBadgeLike(rows: number | undefined): void {
  const { me, refresh } = useSigned()
  const compared = useRef<number>(undefined)
  useEffect(() => {
    if (rows === undefined || compared.current === rows) return
    compared.current = rows // once for each number: whichever of the two is older is read again by the clock
    if (rows !== me.attention) void refresh()
  }, [rows, me.attention, refresh])
}

function Groups({ attention: { rows, now } }: { readonly attention: Attention }) {
  const styles = useStyles()
  const first = rows.find((row) => row.group === 'now' || row.group === 'decide')
  if (rows.length === 0) {
    return (
      <Card>
        <Status icon="done">{words.nothingDetail}</Status>
      </Card>
    )
  }
  return groups.map((group) => {
    const grouped = rows.filter((row) => row.group === group)
    if (grouped.length === 0) return null
    return (
      <Section key={group} of="officer" heading={groupHeadings[group]}>
        <Card flush>
          <ul className={styles.list}>
            {grouped.map((row) => {
              const said = rowWords(row, now)
              return <Row key={said.key} row={said} isFirst={row === first} />
            })}
          </ul>
        </Card>
      </Section>
    )
  })
}

function Row({ row, isFirst }: { readonly row: RowWords; readonly isFirst: boolean }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const Icon = icons[row.icon]
  return (
    <li className={styles.row}>
      <Icon aria-hidden />
      <div>
        <h3 className={styles.claim}>{row.claim}</h3>
        <p className={styles.line}>{row.why}</p>
      </div>
      <span className={styles.second}>{row.when}</span>
      {row.act && (
        <Button
          as="a"
          href={hrefOf(row.act.to)}
          appearance={isFirst ? 'primary' : 'outline'}
          className={mergeClasses(officer, styles.button, !isFirst && outlined)}
          aria-label={`${row.act.words}: ${row.claim}`}
        >
          {row.act.words}
        </Button>
      )}
    </li>
  )
}
