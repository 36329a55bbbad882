import { Button, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import type { AppointmentView } from '../../api/contracts/appointments.ts'
import type { PlanPoint } from '../../api/contracts/plan.ts'
import type { ReadTag } from '../../api/contracts/tag.ts'
import { DetailsFields } from '../../tab/features/details/DetailsFields.tsx'
import { noLongerAllowed } from '../../tab/features/details/draft.ts'
import { AskTwice } from '../../tab/ui/AskTwice.tsx'
import { useButtonStyles } from '../../tab/ui/button-styles.ts'
import { LabelledField } from '../../tab/ui/LabelledField.tsx'
import { Live } from '../../tab/ui/Live.tsx'
import { Status } from '../../tab/ui/Status.tsx'
import { Trouble } from '../../tab/ui/Trouble.tsx'
import type { OpenAppointment } from '../office/appointment.ts'
import type { Outlook } from '../office/outlook.ts'
import { Findings, titleOf } from './Findings.tsx'
import { isHeld, lackingIn } from './found.ts'
import { choicesFor } from './kinds.ts'
import { PaneFrame } from './PaneFrame.tsx'
import { takeTime } from './take-time.ts'
import { useFindings } from './use-findings.ts'
import { standsIn, type DraftState, type Kept, type Written } from './use-draft.ts'
import { tooLongWords, words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  start: { alignSelf: 'flex-start' },
})

type Props = {
  readonly view: AppointmentView
  readonly state: DraftState & { readonly written: Written }
  readonly outlook: Outlook
  readonly appointment: OpenAppointment
  readonly readAgain: () => Promise<void>
}

/** What an appointment cannot say, before it is sent. Clauses: C1.3, C1.4, C1.5, C1.9, C1.10, C1.12 to C1.15, C12.14, C3.5, C3.6, C14.4. */
export function DraftPane({ view, state, outlook, appointment, readAgain }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { read, written, kept, change, save, lookAgain, takeBack } = state
  const kindId = written.kindId ?? view.kindId
  const choices = choicesFor(view, kindId)
  const wrong = { ...noLongerAllowed(written.draft, choices), ...(kept.kind === 'wrong' ? kept.wrong : {}) }
  const fields = {
    view: { ...view.form, choices, sessionId: '' },
    draft: written.draft,
    wrong,
    change: (part: Partial<Written['draft']>) => change({ draft: { ...written.draft, ...part } }),
  }
  const isKept = kept.kind === 'saved' || kept.kind === 'as-read'
  const rules = view.onSend
  const found = useFindings(outlook, { appointment, kind: kindId, draft: written.draft, isKept, rules })
  const lacking = lackingIn(appointment, written.draft, rules)
  const holds = (point: PlanPoint) => isHeld(point, { isKept, rules })
  const isAnyHeld = lacking.length > 0 || (found.kind === 'checked' && found.check.points.some(holds))
  const stands = standsIn(read)
  return (
    <PaneFrame title={titleOf(found, lacking)} lead={isAnyHeld ? words.heldLead : words.draftLead}>
      <Findings found={found} lacking={lacking} isHeld={holds} onTake={(time) => takeTime(outlook, time, readAgain)} />
      {stands === 'unreadable' && (
        <>
          <Trouble icon="error" title={words.unreadable}>
            {words.unreadableDetail}
          </Trouble>
          <Button className={mergeClasses(officer, outlined, styles.start)} onClick={() => void save()}>
            {words.startAnew}
          </Button>
        </>
      )}
      {appointment.isSeries && <Status icon="info">{words.series}</Status>}
      <form className={styles.form} noValidate onSubmit={(event) => event.preventDefault()}>
        <KindField view={view} kindId={kindId} onChange={(chosen) => change({ kindId: chosen })} />
        <CourseField
          key={appointment.subject}
          view={view}
          subject={appointment.subject}
          rename={(to) => outlook.rename(to).then(readAgain)}
        />
        <DetailsFields {...fields} />
      </form>
      <Live>
        <Standing kept={kept} stands={stands} />
      </Live>
      {kept.kind === 'as-read' && stands === 'none' && (
        <Button appearance="primary" className={mergeClasses(officer, styles.start)} onClick={() => void save()}>
          {words.tag}
        </Button>
      )}
      {kept.kind === 'not-saved' && (
        <Button className={mergeClasses(officer, outlined, styles.start)} onClick={() => void save()}>
          {words.tryAgain}
        </Button>
      )}
      {kept.kind === 'changed-since-seen' && (
        <Button className={mergeClasses(officer, outlined, styles.start)} onClick={() => void lookAgain()}>
          {words.lookAgain}
        </Button>
      )}
      <AskTwice
        subject={undefined}
        opener={stands === 'tag' ? { words: words.noSession } : undefined}
        sure={() => words.noSessionSure}
        yes={() => ({ words: words.noSessionYes })}
        no={words.noSessionNo}
        onYes={takeBack}
        isBusy={kept.kind === 'saving'}
        look={officer}
      />
    </PaneFrame>
  )
}

/** Of what cannot be read it is said above, with the one thing to press. */
const asRead = {
  tag: <Status icon="done">{words.saved}</Status>,
  none: <Status icon="open">{words.notTagged}</Status>,
  unreadable: null,
} as const satisfies Record<ReadTag['kind'], ReactNode>

function Standing({ kept, stands }: { readonly kept: Kept; readonly stands: ReadTag['kind'] }) {
  switch (kept.kind) {
    case 'as-read':
      return asRead[stands]
    case 'saving':
      return <Status icon="telling">{words.saving}</Status>
    case 'saved':
      return <Status icon="done">{words.saved}</Status>
    case 'wrong':
      return <Status icon="danger">{words.putRight}</Status>
    case 'too-long':
      return <Status icon="danger">{tooLongWords(kept.over)}</Status>
    case 'not-saved':
      return <Status icon="danger">{words.notSaved}</Status>
    case 'changed-since-seen':
      break
  }
  return <Status icon="danger">{words.conflict}</Status>
}

type KindProps = { readonly view: AppointmentView; readonly kindId: string; readonly onChange: (kindId: string) => void }

function KindField({ view, kindId, onChange }: KindProps) {
  const { select } = useButtonStyles()
  return (
    <LabelledField label={words.kind}>
      {(wiring) => (
        <Select {...wiring} className={select} value={kindId} onChange={(_event, { value }) => onChange(value)}>
          {view.kinds.map((kind) => (
            <option key={kind.kindId} value={kind.kindId}>
              {kind.label}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}

type CourseProps = { readonly view: AppointmentView; readonly subject: string; readonly rename: (subject: string) => Promise<void> }

/** C14.4: a course is known by the appointment's title. One that there is can be chosen, and another written. */
function CourseField({ view, subject, rename }: CourseProps) {
  const { field } = useButtonStyles()
  const [typed, setTyped] = useState(subject)
  const [isRefused, setRefused] = useState(false)
  async function toOutlook(): Promise<void> {
    const wanted = typed.trim()
    if (wanted === '' || wanted === subject) return setTyped(subject)
    try {
      await rename(wanted)
      setRefused(false)
    } catch {
      setTyped(subject)
      setRefused(true)
    }
  }
  const titles = [...new Set(view.form.choices.runs.map(({ title }) => title))]
  return (
    <LabelledField label={words.course} hint={words.courseHint} wrong={isRefused ? words.notRenamed : undefined}>
      {(wiring) => (
        <>
          <Input
            {...wiring}
            className={field}
            maxLength={255}
            list="courses"
            value={typed}
            onChange={(_event, { value }) => setTyped(value)}
            onBlur={() => void toOutlook()}
          />
          <datalist id="courses">
            {titles.map((title) => (
              <option key={title} value={title}>
                {title}
              </option>
            ))}
          </datalist>
        </>
      )}
    </LabelledField>
  )
}
