import { makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { me as meShape, type Me } from '../api/contracts/me.ts'
import { useResource } from './api/use-resource.ts'
import { useHost } from './host/HostContext.tsx'
import { useRoute } from './host/use-route.ts'
import { addressOf, type Route } from './paths.ts'
import { ArrivalProvider, arrivalOf } from './ui/Arrival.tsx'
import { Defect } from './ui/Defect.tsx'
import { MeProvider, readsRegister } from './ui/MeContext.tsx'
import { NotShown } from './ui/NotShown.tsx'
import { Sections } from './ui/Sections.tsx'
import { memberSections, officerSections, pageInSections } from './ui/section-links.ts'
import { SkeletonCard, listBars } from './ui/Skeletons.tsx'
import { Trouble } from './ui/Trouble.tsx'
import { useFocusKept } from './ui/use-focus-kept.ts'
import { telLink } from './ui/words.ts'
import { useIsPhone } from './ui/widths.ts'
import { pageFor, routeFor } from './pages.tsx'

const useStyles = makeStyles({
  alone: { width: '100%', maxWidth: '560px', boxSizing: 'border-box', margin: '10vh auto 0', padding: tokens.spacingHorizontalL },
  heading: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, margin: `0 0 ${tokens.spacingVerticalL}` },
})

const badgeEverySeconds = 30
/** Pages of a Member's own that have a way back in place of the row of pages. */
const deep: ReadonlySet<Route['page']> = new Set([
  'my-session',
  'my-requirements',
  'my-texts',
  'check-in',
  'my-plan-readers',
  'my-plan-history',
])
/** Pages whose own bar is under the thumb: an officer's row of pages would stand in its place. */
const ownBar: ReadonlySet<Route['page']> = new Set(['decide', 'phone-list', 'my-session', 'register', 'check-in-code'])

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
        <NotShown state={state} onTryAgain={again}>
          <SkeletonCard bars={listBars} />
        </NotShown>
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
  useFocusKept()
  const asked = useRoute()
  const isPhone = useIsPhone()
  const route = routeFor(asked, me)
  const place = route ? placeOf(route) : ''
  const arrival = useArrivalAt(place)
  if (!route) return <Nobody me={me} />

  const isDeep = deep.has(route.page) || (route.page === 'my-plan' && route.objective !== undefined)
  const officer = readsRegister(me)
  const links = officer ? officerSections(me, isPhone) : memberSections(isPhone)
  const hasOwnBar = ownBar.has(route.page) || ('objective' in route && route.objective !== undefined)
  const shown = isPhone ? (officer ? !hasOwnBar : !isDeep) : true
  const nav = shown && <Sections links={links} current={pageInSections(route)} of={officer ? 'officer' : 'member'} />
  const navLast = officer && isPhone
  return (
    <>
      {!navLast && nav}
      <ArrivalProvider value={arrival}>
        <Defect key={place} shown={<Broken />}>
          <Suspense fallback={<main aria-busy style={{ flexGrow: 1 }} />}>{pageFor(route)}</Suspense>
        </Defect>
      </ArrivalProvider>
      {navLast && nav}
    </>
  )
}

/** The page without its filters: choosing one is no change of page, and what is being typed there stays. */
function placeOf(route: Route): string {
  return addressOf(route).split('?', 1)[0] ?? ''
}

/** One arrival for each page come to. */
function useArrivalAt(place: string) {
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
        <a href={telLink(help.telephone)}>{help.telephone}</a>.
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
