import { useState } from 'react'
import { appointmentView, type AppointmentView } from '../../api/contracts/appointments.ts'
import { me as meShape, type Me } from '../../api/contracts/me.ts'
import { useResource } from '../../tab/api/use-resource.ts'
import { SkeletonCard, listBars } from '../../tab/ui/Skeletons.tsx'
import { Status } from '../../tab/ui/Status.tsx'
import { Trouble } from '../../tab/ui/Trouble.tsx'
import type { OpenAppointment } from '../office/appointment.ts'
import type { Outlook } from '../office/outlook.ts'
import { askedOf } from './asked-of.ts'
import { DraftPane } from './DraftPane.tsx'
import { MemberPane } from './MemberPane.tsx'
import { PaneFrame } from './PaneFrame.tsx'
import { PanePending } from './PanePending.tsx'
import { SentPane } from './SentPane.tsx'
import { sessionBeside, unknownIs } from './unknown-is.ts'
import { useAppointment } from './use-appointment.ts'
import { useDraft } from './use-draft.ts'
import { words } from './words.ts'

/** What the pane shows depends on whose appointment it is, who has it open, and whether Quorate has read it yet. */
export function Pane({ outlook }: { readonly outlook: Outlook }) {
  const { state, again } = useResource('/me', meShape)
  const { open, again: readAgain } = useAppointment(outlook)
  if (state.kind !== 'shown' || open.kind === 'reading') return <PanePending state={state} onTryAgain={again} />
  if (open.kind === 'silent') return <OutlookSilent onTryAgain={readAgain} />
  const me = state.value
  const { appointment } = open
  if (me.roles.includes('officer')) return <OfficerPane me={me} outlook={outlook} appointment={appointment} readAgain={readAgain} />
  if (me.member && appointment.mode === 'reading') return <MemberPane me={me} appointment={appointment} />
  return (
    <PaneFrame title={words.loading}>
      <Trouble icon="error" title={words.nobody}>
        {words.nobodyDetail}
      </Trouble>
    </PaneFrame>
  )
}

export function OutlookSilent({ onTryAgain }: { readonly onTryAgain: () => Promise<void> }) {
  return (
    <PaneFrame title={words.loading}>
      <Trouble title={words.silent} onTryAgain={onTryAgain}>
        {words.silentDetail}
      </Trouble>
    </PaneFrame>
  )
}

type Props = {
  readonly me: Me
  readonly outlook: Outlook
  readonly appointment: OpenAppointment
  readonly readAgain: () => Promise<void>
}

/** Under another title or at another time the appointment is asked about anew: meanwhile what was known stays, with what is being written. */
function OfficerPane({ me, outlook, appointment, readAgain }: Props) {
  const { mode, isSeries, isOneDate } = appointment
  const { state, again } = useResource(`/appointments?${askedOf(appointment)}`, appointmentView)
  const [before, setBefore] = useState<AppointmentView>()
  if (state.kind === 'shown' && state.value !== before) setBefore(state.value)
  const view = state.kind === 'shown' ? state.value : before
  const [known, setKnown] = useState<string>()
  if (view?.sessionId && view.sessionId !== known) setKnown(view.sessionId)
  if (!view) return <PanePending state={state} onTryAgain={again} />
  const sessionId = sessionBeside(appointment, { found: view.sessionId, known })
  if (sessionId)
    return <SentPane key={sessionId} sessionId={sessionId} me={me} mayWrite={mode === 'writing'} isOneOfMany={isSeries || isOneDate} />
  switch (unknownIs(appointment)) {
    case 'draft':
      return <Draft usual={view} outlook={outlook} appointment={appointment} readAgain={readAgain} />
    case 'one-date':
      return (
        <PaneFrame title={words.oneDate}>
          <Status icon="info">{words.oneDateDetail}</Status>
        </PaneFrame>
      )
    case 'not-known':
      break
  }
  return (
    <PaneFrame title={words.loading}>
      <Trouble icon="error" title={words.notKnown}>
        {view.categoryKind ? words.notYet(view.categoryKind) : words.notKnownOfficer}
      </Trouble>
    </PaneFrame>
  )
}

/** What there is to choose from depends on the kind that was chosen. */
function Draft({ usual, outlook, appointment, readAgain }: Omit<Props, 'me'> & { readonly usual: AppointmentView }) {
  const state = useDraft(outlook, usual)
  const kind = state.written?.kindId
  const ofKind = useResource(`/appointments?${askedOf(appointment, kind)}`, appointmentView)
  const view = ofKind.state.kind === 'shown' ? ofKind.state.value : usual
  if (state.read === 'silent') return <OutlookSilent onTryAgain={state.lookAgain} />
  if (!state.written) {
    return (
      <PaneFrame title={words.loading} isBusy>
        <SkeletonCard bars={listBars} />
      </PaneFrame>
    )
  }
  return (
    <DraftPane view={view} state={{ ...state, written: state.written }} outlook={outlook} appointment={appointment} readAgain={readAgain} />
  )
}
