import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { PlanCheck, PlanPoint } from '../../api/contracts/plan.ts'
import { otherTimeWords, pointWords } from '../../tab/features/plan/words.ts'
import { useButtonStyles } from '../../tab/ui/button-styles.ts'
import { Live } from '../../tab/ui/Live.tsx'
import { Status, type StatusIcon } from '../../tab/ui/Status.tsx'
import { words as sendWords } from '../events/words.ts'
import type { lackingIn } from './found.ts'
import { toLookAt } from './found.ts'
import type { Found } from './use-findings.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  time: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  rest: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
})

const icons: Readonly<Record<PlanCheck['points'][number]['weight'], StatusIcon>> = { refused: 'danger', warning: 'perhaps', note: 'info' }

/** "2 things to look at before you send", once it is known. */
export function titleOf(found: Found, lacking: Lacking): string {
  return found.kind === 'checked' ? words.toLookAt(toLookAt(found.check).length + lacking.length) : words.loading
}

type Time = PlanCheck['otherTimes'][number]
type Lacking = ReturnType<typeof lackingIn>
type Props = {
  readonly found: Found
  readonly lacking: Lacking
  readonly isHeld: (point: PlanPoint) => boolean
  readonly onTake: (time: Time) => Promise<'moved' | 'refused'>
}

/** Each thing with its remedy, the gravest first, and times at which nothing speaks against it. Clauses: C1.3, C12.6 to C12.9, C14.1 to C14.3, C14.5, C14.8, C14.9, C14.12. */
export function Findings({ found, lacking, isHeld, onTake }: Props) {
  const styles = useStyles()
  const [isRefused, setRefused] = useState(false)
  return (
    <>
      <Live>
        {found.kind === 'looking' && <Status icon="telling">{words.checking}</Status>}
        {found.kind === 'not-checked' && <Status icon="info">{words.notChecked}</Status>}
        {isRefused && <Status icon="danger">{words.notMoved}</Status>}
      </Live>
      {found.kind === 'checked' && (
        <ul className={styles.list}>
          {lacking.map((rule) => (
            <li key={rule}>
              <Status icon="danger">
                <strong>{sendWords[rule]}</strong> <span className={styles.rest}>{words.held}</span>
              </Status>
            </li>
          ))}
          {found.check.points.map((point) => {
            const { bold, rest } = pointWords(point)
            return (
              <li key={JSON.stringify(point)}>
                <Status icon={isHeld(point) ? 'danger' : icons[point.weight]}>
                  <strong>{bold}</strong> <span className={styles.rest}>{isHeld(point) ? `${rest} ${words.held}` : rest}</span>
                </Status>
              </li>
            )
          })}
          {!found.check.meetingsKnown && (
            <li>
              <Status icon="info">{words.meetingsUnknown}</Status>
            </li>
          )}
        </ul>
      )}
      {found.kind === 'checked' && toLookAt(found.check).length > 0 && (
        <OtherTimes check={found.check} onTake={(time) => void onTake(time).then((came) => setRefused(came === 'refused'))} />
      )}
    </>
  )
}

function OtherTimes({ check, onTake }: { readonly check: PlanCheck; readonly onTake: (time: Time) => void }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  if (check.otherTimes.length === 0) return null
  return (
    <section>
      <h2 className={styles.heading}>{words.freeTimes}</h2>
      <ul className={styles.list}>
        {check.otherTimes.map((time) => (
          <li key={time.startsAt} className={styles.time}>
            <span>{otherTimeWords(time)}</span>
            <Button
              className={mergeClasses(officer, outlined)}
              aria-label={`${words.take}: ${otherTimeWords(time)}`}
              onClick={() => onTake(time)}
            >
              {words.take}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
