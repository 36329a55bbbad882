import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { mayPass, type Known, type Shown } from '../api/shown.ts'
import { Refused, Trouble } from './Trouble.tsx'
import { outageDetail, outageSince, outageTitle } from './words-of-outage.ts'
import { serviceName, wordsOfTrouble } from './words.ts'

const useStyles = makeStyles({ coming: { display: 'grid', gap: tokens.spacingVerticalL } })

type Props = {
  readonly state: Shown<unknown>
  readonly onTryAgain: () => Promise<void>
  /** Grey bars the size of what comes. */
  readonly children?: ReactNode
}

/** In place of what cannot be shown: it is on its way, was refused, or is out of reach. Nothing once it is there. */
export function NotShown({ state, onTryAgain, children }: Props) {
  const styles = useStyles()
  switch (state.kind) {
    case 'loading':
      return (
        <div aria-busy className={styles.coming}>
          {state.slow && children}
        </div>
      )
    case 'refused':
      return <Refused problem={state.problem} {...(mayPass(state.problem) ? { onTryAgain } : {})} />
    case 'unreachable':
      return (
        <Trouble title={outageTitle(state.outage)} onTryAgain={onTryAgain}>
          {outageSince(state.outage)} {outageDetail(state.outage)}
        </Trouble>
      )
  }
  return null
}

type OutOfReachProps = {
  readonly state: Known<unknown>
  /** It is Outlook that does not answer: we do. */
  readonly outlook?: boolean
  readonly onTryAgain: () => Promise<void>
  /** How old is what is shown, and what can be done meanwhile. */
  readonly children?: ReactNode
}

/** Above what was known before, while nothing newer can be had. Nothing while all is well. */
export function OutOfReach({ state, outlook = false, onTryAgain, children = outageDetail(state.outage) }: OutOfReachProps) {
  if (state.problem) return <Refused problem={state.problem} onTryAgain={onTryAgain} />
  if (state.fresh && !outlook) return null
  return (
    <Trouble title={state.fresh ? wordsOfTrouble.silent(serviceName('graph')) : outageTitle(state.outage)} onTryAgain={onTryAgain}>
      {!state.fresh && outageSince(state.outage)} {children}
    </Trouble>
  )
}
