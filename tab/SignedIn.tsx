import { makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { me as meShape, type Me } from '../api/contracts/me.ts'
import { useResource } from './api/use-resource.ts'
import { useHost } from './host/HostContext.tsx'
import { useRoute } from './host/use-route.ts'
import { addressOf, type Route } from './paths.ts'
import { ArrivalProvider, arrivalOf } from './ui/Arrival.tsx'
import { Defect } from './ui/Defect.tsx'
import { MeProvider, isOfficer } from './ui/MeContext.tsx'
import { Sections } from './ui/Sections.tsx'
import { memberSections, officerSections } from './ui/section-links.ts'
import { SkeletonCard, listBars } from './ui/Skeletons.tsx'
import { NotReached, Refused, Trouble } from './ui/Trouble.tsx'
import { useIsPhone } from './ui/widths.ts'
import { pageFor, routeFor } from './pages.tsx'

const useStyles = makeStyles({
  alone: { width: '100%', maxWidth: '560px', boxSizing: 'border-box', margin: '10vh auto 0', padding: tokens.spacingHorizontalL },
  heading: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, margin: `0 0 ${tokens.spacingVerticalL}` },
})

const badgeEverySeconds = 30

/** Who is signed in decides which pages there are; until that is known there is nothing else to show. */
export function SignedIn() {
  const host = useHost()
  const { state, again } = useResource('/me', meShape, { everySeconds: badgeEverySeconds })
  const told = useRef(false)
  useEffect(() => {
    if (state.kind === 'loading' || told.current) return
    told.current = true
    host.loaded()
    host.ready() // usable even when it says that something is out of reach: the page says so itself
  }, [state.kind, host])

  const known = state.kind === 'shown' ? state.value : undefined
  const signed = useMemo(() => (known ? { me: known, refresh: again } : undefined), [known, again])
  if (!signed) {
    return (
      <Alone isBusy={state.kind === 'loading'}>
        {state.kind === 'loading' && state.slow && <SkeletonCard bars={listBars} />}
        {state.kind === 'refused' && <Refused problem={state.problem} onTryAgain={() => void again()} />}
        {state.kind === 'unreachable' && <NotReached onTryAgain={() => void again()} />}
      </Alone>
    )
  }
  return (
    <MeProvider value={signed}>
      <Frame me={signed.me} />
    </MeProvider>
  )
}

function Frame({ me }: { readonly me: Me }) {
  const asked = useRoute()
  const isPhone = useIsPhone()
  const route = routeFor(asked, me)
  const arrival = useArrivalAt(route)
  if (!route) return <Nobody me={me} />

  const isDeep = route.page === 'my-session' || route.page === 'my-texts'
  const officer = isOfficer(me)
  const links = officer ? officerSections(me) : memberSections(isPhone)
  const hasOwnBar = route.page === 'decide' || route.page === 'phone-list' || route.page === 'my-session'
  const shown = isPhone ? (officer ? !hasOwnBar : !isDeep) : true
  const nav = shown && <Sections links={links} current={route.page} of={officer ? 'officer' : 'member'} />
  const navLast = officer && isPhone
  return (
    <>
      {!navLast && nav}
      <ArrivalProvider value={arrival}>
        <Defect key={addressOf(route)} shown={<Broken />}>
          <Suspense fallback={<main aria-busy style={{ flexGrow: 1 }} />}>{pageFor(route)}</Suspense>
        </Defect>
      </ArrivalProvider>
      {navLast && nav}
    </>
  )
}

/** One arrival for each page come to; changing a filter of the same page is none. */
function useArrivalAt(route: Route | undefined) {
  const place = route ? addressOf(route).split('?', 1)[0] : ''
  const [held, setHeld] = useState(() => ({ place, arrival: arrivalOf(true) }))
  const here = held.place === place ? held : { place, arrival: arrivalOf(false) }
  if (here !== held) setHeld(here)
  useEffect(() => {
    window.scrollTo(0, 0)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each page begins at its top
  }, [place])
  return here.arrival
}

function Nobody({ me }: { readonly me: Me }) {
  const { help, name } = me.council
  return (
    <Alone>
      <Trouble icon="error" title={`${me.name}, you are not in the register of Members of ${name}`}>
        Quorate shows Members their training, and officers the programme. If you should see either, ring {help.name}, {help.role}, on{' '}
        {help.telephone}.
      </Trouble>
    </Alone>
  )
}

function Broken() {
  return (
    <Alone>
      <Trouble icon="error" title="Something went wrong on this page" onTryAgain={() => window.location.reload()}>
        Nothing is lost. Try again; if it happens again, your invitations are in Outlook as always.
      </Trouble>
    </Alone>
  )
}

/** Where there is no page yet, or none for this person. While it is busy there is nothing to head. */
function Alone({ isBusy = false, children }: { readonly isBusy?: boolean; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <main className={styles.alone} aria-busy={isBusy}>
      {!isBusy && <h1 className={styles.heading}>Quorate</h1>}
      {children}
    </main>
  )
}
