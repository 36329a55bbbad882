import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarError24Regular } from '@fluentui/react-icons/svg/calendar-error'
import { useState } from 'react'
import type { ProgrammeRow } from '../../../api/contracts/programme.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Seats } from '../../ui/Seats.tsx'
import { Section } from '../../ui/Section.tsx'
import { phone } from '../../ui/widths.ts'
import { clashOf, dangerClaim, dangerHeading, dangerWhy, decideName, words } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: '116px minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `10px ${tokens.spacingHorizontalL}`,
    '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)', padding: tokens.spacingHorizontalL },
  },
  icon: { color: tokens.colorPaletteRedForeground1 },
  claim: { margin: 0, textWrap: 'pretty' },
  why: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  button: { minWidth: '128px', '@media print': { display: 'none' } },
  foot: {
    margin: 0,
    padding: `10px ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  more: { alignSelf: 'flex-start' },
})

type Props = { readonly rows: readonly ProgrammeRow[]; readonly now: string; readonly staleAt: string | undefined }

const atMost = 5

/** C3.2: what needs a decision comes first; nothing here is pressed in haste while Outlook cannot be read. */
export function DangerList({ rows, now, staleAt }: Props) {
  const styles = useStyles()
  const buttons = useButtonStyles()
  const [all, setAll] = useState(false)
  if (rows.length === 0) return null
  const verb = staleAt ? words.seeFacts : words.decide
  return (
    <Section of="officer" heading={dangerHeading(rows.length, staleAt, now)}>
      <Card flush>
        <ul className={styles.list}>
          {(all ? rows : rows.slice(0, atMost)).map((row, place) => {
            const claim = dangerClaim(row, now)
            const clash = clashOf(row)
            const said = clash ? words.putRight : verb
            const { sessionId } = row
            return (
              <li key={row.sessionId} className={styles.row}>
                {clash ? (
                  <CalendarError24Regular aria-hidden className={styles.icon} />
                ) : (
                  <Seats accepted={row.counts.accepted} tentative={row.counts.tentative} needed={row.uptake.minimum} />
                )}
                <div>
                  <p className={styles.claim}>
                    <strong>{claim.bold}</strong>
                    {claim.rest}
                  </p>
                  <p className={styles.why}>{dangerWhy(row, now, staleAt)}</p>
                </div>
                <Button
                  as="a"
                  href={hrefOf({ page: clash ? 'session' : 'decide', sessionId })}
                  appearance={place === 0 && !staleAt ? 'primary' : 'outline'}
                  className={mergeClasses(styles.button, buttons.officer, (place > 0 || staleAt !== undefined) && buttons.outlined)}
                  aria-label={decideName(row, now, said)}
                >
                  {said}
                </Button>
              </li>
            )
          })}
        </ul>
        {staleAt && <p className={styles.foot}>{words.waits}</p>}
      </Card>
      {!all && rows.length > atMost && (
        <Button appearance="transparent" className={mergeClasses(styles.more, buttons.officer)} onClick={() => setAll(true)}>
          {words.showAll(rows.length)}
        </Button>
      )}
    </Section>
  )
}
