import { Button, Checkbox, Combobox, Field, Input, Option, Select, Tag, TagGroup } from '@fluentui/react-components'
import { Clock20Regular, Location20Regular, People20Regular, Tag20Regular } from '@fluentui/react-icons'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useDesk } from '../desk-context.ts'
import { isMeant } from '../people/people.ts'
import { listsOf, timeMistake, whenWords, type Draft, type Invitee } from './draft.ts'
import { countInvited, doubtsOf, placeWords, roomWords } from './rooms.ts'
import { outlookWords } from './words.ts'

type RowProps = { readonly draft: Draft; readonly change: (changed: Partial<Draft>) => void; readonly wrong?: boolean }

type FoldProps = {
  readonly icon: ReactElement
  readonly summary: ReactNode
  readonly name: string
  readonly open?: boolean
  readonly children: ReactNode
}

/** A line that says what is set and opens into fields when pressed, as Outlook's own form does. */
function Fold({ icon, summary, name, open: wanted = false, children }: FoldProps) {
  const [opened, setOpened] = useState(false)
  const open = opened || wanted
  return (
    <div className="fold">
      <span className="fold-icon" aria-hidden="true">
        {icon}
      </span>
      <div className="fold-inside">
        <button type="button" className="fold-summary" aria-expanded={open} onClick={() => setOpened(!opened)}>
          <span className="unseen">{name}: </span>
          {summary}
        </button>
        {open && <div className="fold-fields">{children}</div>}
      </div>
    </div>
  )
}

function inviteeWords({ name, people }: Invitee): string {
  return people === undefined ? name : outlookWords.listOf(name, people)
}

/** Whom to ask: people and lists, by name. */
export function WhoRow({ draft, change, wrong }: RowProps) {
  const { sandbox, person: me } = useDesk()
  const [typed, setTyped] = useState('')
  const invited = new Set(draft.invited.map(({ email }) => email))
  const lists = listsOf(sandbox.world).filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(typed.toLowerCase()))
  const people = sandbox.people
    .filter((person) => person.id !== me.id && isMeant(person, typed))
    .map(({ name, email }): Invitee => ({ name, email }))
  const offered = [...lists, ...people].filter(({ email }) => !invited.has(email)).slice(0, 12)

  function add(email: string | undefined): void {
    const found = offered.find((each) => each.email === email)
    if (found) change({ invited: [...draft.invited, found] })
    setTyped('')
  }

  const summary = draft.invited.length === 0 ? outlookWords.whoMissing : draft.invited.map(inviteeWords).join(', ')
  return (
    <Fold icon={<People20Regular />} name={outlookWords.who} summary={summary} open={wrong}>
      <TagGroup
        aria-label={outlookWords.who}
        className="fold-tags"
        onDismiss={(_, { value }) => change({ invited: draft.invited.filter(({ email }) => email !== value) })}
      >
        {draft.invited.map((invitee) => (
          <Tag key={invitee.email} value={invitee.email} dismissible dismissIcon={{ 'aria-label': outlookWords.removeWho(invitee.name) }}>
            {inviteeWords(invitee)}
          </Tag>
        ))}
      </TagGroup>
      <Field label={outlookWords.addWho} validationMessage={wrong ? outlookWords.whoMissing : undefined}>
        <Combobox
          freeform
          value={typed}
          selectedOptions={[]}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onOptionSelect={(_, { optionValue }) => add(optionValue)}
        >
          {offered.map((each) => (
            <Option key={each.email} value={each.email} text={each.name}>
              {inviteeWords(each)}
            </Option>
          ))}
        </Combobox>
      </Field>
    </Fold>
  )
}

/** When: a day and two times of London's. */
export function TimeRow({ draft, change, wrong }: RowProps) {
  return (
    <Fold icon={<Clock20Regular />} name={outlookWords.day} summary={whenWords(draft)} open={wrong}>
      <TimeFields draft={draft} change={change} wrong={wrong} />
    </Fold>
  )
}

type TimeProps = {
  readonly draft: Pick<Draft, 'day' | 'from' | 'until'>
  readonly change: (changed: Partial<Pick<Draft, 'day' | 'from' | 'until'>>) => void
  readonly wrong?: boolean
}

export function TimeFields({ draft, change, wrong }: TimeProps) {
  const mistake = wrong ? timeMistake(draft) : undefined
  const said = (under: 'day' | 'from' | 'until') => (mistake?.under === under ? mistake.says : undefined)
  return (
    <div className="fold-times">
      <Field label={outlookWords.day} validationMessage={said('day')}>
        <Input type="date" value={draft.day} onChange={(_, { value: day }) => change({ day })} />
      </Field>
      <Field label={outlookWords.from} validationMessage={said('from')}>
        <Input type="time" value={draft.from} onChange={(_, { value: from }) => change({ from })} />
      </Field>
      <Field label={outlookWords.until} validationMessage={said('until')}>
        <Input type="time" value={draft.until} onChange={(_, { value: until }) => change({ until })} />
      </Field>
    </div>
  )
}

/** Where: one of the council's rooms, a Teams meeting, or both. */
export function WhereRow({ draft, change }: RowProps) {
  const { world } = useDesk().sandbox
  const { rooms } = world
  const chosen = rooms.find(({ email }) => email === draft.room)
  const doubts = chosen ? doubtsOf(chosen, countInvited(draft, world)).join(' ') : ''
  return (
    <Fold icon={<Location20Regular />} name={outlookWords.where} summary={placeWords(draft, rooms)}>
      <Field label={outlookWords.where} {...(doubts && { validationState: 'warning', validationMessage: doubts })}>
        <Select value={draft.room} onChange={(_, { value }) => change({ room: value })}>
          <option value="">{outlookWords.noRoom}</option>
          {rooms.map((room) => (
            <option key={room.email} value={room.email}>
              {roomWords(room)}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox label={outlookWords.online} checked={draft.online} onChange={(_, { checked }) => change({ online: checked === true })} />
    </Fold>
  )
}

/** The category is all that makes an appointment a session: it is shown as Outlook shows it. */
export function CategoryRow({ draft, change }: RowProps) {
  const [open, setOpen] = useState(false)
  return (
    <div className="fold">
      {!draft.category && (
        <span className="fold-icon" aria-hidden="true">
          <Tag20Regular />
        </span>
      )}
      <div className="fold-inside fold-category">
        {open ? (
          <Select aria-label={outlookWords.category} value={draft.category} onChange={(_, { value }) => change({ category: value })}>
            {outlookWords.categories.map((category) => (
              <option key={category} value={category}>
                {category}
              </option>
            ))}
            <option value="">{outlookWords.noCategory}</option>
          </Select>
        ) : (
          <Button size="small" shape="circular" className="category" onClick={() => setOpen(true)}>
            <span className="unseen">{outlookWords.category}: </span>
            {draft.category || outlookWords.noCategory}
          </Button>
        )}
        <span className="draft-hint">{draft.category ? outlookWords.categoryMeans : outlookWords.noCategoryMeans}</span>
      </div>
    </div>
  )
}
