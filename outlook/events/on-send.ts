/// <reference types="office-js" />
import { aimIn, findingsIn, findingsKey, markOfFacts } from './findings.ts'
import { messageOf, words } from './words.ts'

/** The control of the ribbon that opens the pane, as the manifest names it. */
export const paneControl = 'organiserPane'
/** After five seconds Outlook says that the add-in is taking long. */
export const deadlineMs = 3_000

export type Event = { readonly completed: (options: Office.AddinCommands.EventCompletedOptions | SmartAlert) => void }
type SmartAlert = {
  readonly allowEvent: boolean
  readonly errorMessage?: string
  readonly cancelLabel?: string
  readonly commandId?: string
  readonly sendModeOverride?: string
}

/** What of Outlook this needs, so that a test gives it that and nothing more. */
export type SendOffice = {
  readonly context: {
    readonly mailbox: { readonly item?: unknown }
    readonly requirements: { readonly isSetSupported: (name: string, version?: string) => boolean }
  }
}

type Later = ((work: () => void, milliseconds: number) => unknown) | undefined

/**
 * Warns an officer of what speaks against her invitation as it leaves, and lets her go on. Only the council's rules hold one back.
 *
 * Everything is decided from what is in the appointment and what the pane last found: nothing is asked of the service, so that it cannot be
 * in the way of anybody's work. Whatever fails or takes long, the invitation goes. The service looks at each session again by itself.
 *
 * Trap: classic Outlook before 2024 runs this without `async`, timers that are promised or a document. A hint that only warns cannot be
 * told from a hold before Mailbox 1.14, so there it is kept to the pane.
 */
export function onSend(office: SendOffice, event: Event, later: Later): void {
  let isAnswered = false
  const answer = (options: SmartAlert) => {
    if (isAnswered) return
    event.completed(options)
    isAnswered = true // not before: an Outlook that does not take a warning has had no answer yet
  }
  const allow = () => answer({ allowEvent: true })
  Promise.resolve()
    .then(() => {
      if (later) later(allow, deadlineMs)
      return concernsOf(office.context.mailbox.item as Office.AppointmentCompose)
    })
    .then(({ lines, hold }) => {
      const mayRelax = office.context.requirements.isSetSupported('Mailbox', '1.14')
      if (lines.length === 0 || (!hold && !mayRelax)) return allow()
      const relaxed = hold ? {} : { sendModeOverride: 'promptUser' }
      const button = mayRelax ? { cancelLabel: words.lookFirst, commandId: paneControl } : {}
      return answer({ allowEvent: false, errorMessage: messageOf(lines, hold), ...button, ...relaxed })
    })
    .catch(allow)
}

type Concerns = { readonly lines: readonly string[]; readonly hold: boolean }

function concernsOf(item: Office.AppointmentCompose): Promise<Concerns> {
  return tagOf(item).then((tag) => {
    const aim = aimIn(tag)
    // What no officer has tagged is none of our business here: most of her appointments are no training.
    if (aim === 'no-tag') return { lines: [], hold: false }
    return factsOf(item).then((facts) =>
      foundBy(item).then((found) =>
        wasSaved(item).then((isOld) => {
          const isOfNow = found !== undefined && found.of === markOfFacts(facts)
          const holds = found ? found.holds : []
          const now = [
            ...(facts.addresses.length === 0 ? [{ rule: 'nobody', line: words.nobody }] : []),
            ...(aim === 'no-aim' && !isOld ? [{ rule: 'noAim', line: words.noAim }] : []),
          ]
          const held = (isOfNow ? found.held : []).concat(now.filter(({ rule }) => holds.includes(rule)).map(({ line }) => line))
          // What holds it is said alone: the rest warns of itself once that is put right.
          if (held.length > 0) return { lines: held, hold: true }
          return { lines: (isOfNow ? found.lines : []).concat(now.map(({ line }) => line)), hold: false }
        }),
      ),
    )
  })
}

function tagOf(item: Office.AppointmentCompose): Promise<unknown> {
  return told<Office.CustomProperties>((take) => item.loadCustomPropertiesAsync(take)).then((kept) => kept.get('quorate') as unknown)
}

function factsOf(item: Office.AppointmentCompose) {
  return told<Date>((take) => item.start.getAsync(take)).then((start) =>
    told<Date>((take) => item.end.getAsync(take)).then((end) =>
      told<Office.EmailAddressDetails[]>((take) => item.requiredAttendees.getAsync(take)).then((required) =>
        told<Office.EmailAddressDetails[]>((take) => item.optionalAttendees.getAsync(take)).then((optional) => ({
          startsAt: start.toISOString(),
          endsAt: end.toISOString(),
          addresses: required.concat(optional).map(({ emailAddress }) => emailAddress),
        })),
      ),
    ),
  )
}

/** Nothing where the pane was never open, which Outlook tells as a refusal. */
function foundBy(item: Office.AppointmentCompose) {
  return told<string>((take) => item.sessionData.getAsync(findingsKey, take)).then(findingsIn, () => undefined)
}

/**
 * Whether it was saved or sent before. From then on its aim may be put down in Quorate, which this cannot ask, so nobody is told again that
 * there is none. Only what is saved has an id; Outlook refuses to tell another's.
 */
function wasSaved(item: Office.AppointmentCompose): Promise<boolean> {
  return told<string>((take) => item.getItemIdAsync(take)).then(Boolean, () => false)
}

function told<Value>(call: (take: (result: Office.AsyncResult<Value>) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (String(result.status) === 'succeeded') resolve(result.value)
      else reject(new Error('Outlook refused'))
    })
  })
}
