/// <reference types="office-js" />

/** An appointment as Outlook keeps it: what is in the form, and what was last saved in its properties, which others may write too. */
export type Kept = {
  subject: string
  startsAt: string
  endsAt: string
  place: string
  required: readonly Partial<Office.EmailAddressDetails>[]
  properties: Record<string, unknown>
  session: Record<string, string>
  categories: readonly string[]
  /** Only what was saved or sent has one. */
  id?: string
}

export const kept = (given: Partial<Kept> = {}): Kept => ({
  subject: 'Chairing a difficult meeting',
  startsAt: '2026-10-27T18:30:00.000Z',
  endsAt: '2026-10-27T20:30:00.000Z',
  place: 'Committee Room 1',
  required: [{ displayName: 'Members (all)', emailAddress: 'members@thamesbrook.example', recipientType: 'distributionList' }],
  properties: {},
  session: {},
  categories: [],
  ...given,
})

type Done = (result: object) => void

/** Calls answer on a later tick, as Outlook's do. `refuses`: the name of a call that fails; `silent`: of one that never answers. */
export function appointmentBeingWritten(stored: Kept, { refuses = '', silent = '' } = {}): Office.AppointmentCompose {
  const answer = (name: string, done: Done, value: () => unknown) => {
    if (name === silent) return
    queueMicrotask(() => {
      if (name === refuses) done({ status: 'failed', error: { code: 9020, name: 'x', message: `${name} failed` } })
      else done({ status: 'succeeded', value: value() })
    })
  }
  const getter = (name: string, value: () => unknown) => ({ getAsync: (done: Done) => answer(name, done, value) })
  return {
    subject: getter('subject', () => stored.subject),
    start: getter('start', () => new Date(stored.startsAt)),
    end: getter('end', () => new Date(stored.endsAt)),
    location: getter('location', () => stored.place),
    requiredAttendees: getter('required', () => stored.required),
    optionalAttendees: getter('optional', () => []),
    organizer: getter('organizer', () => ({ displayName: 'Hannah', emailAddress: 'hannah@thamesbrook.example' })),
    // Outlook has no empty list of them.
    categories: getter('categories', () =>
      stored.categories.length === 0 ? null : stored.categories.map((displayName) => ({ displayName })),
    ),
    recurrence: getter('recurrence', () => null),
    seriesId: null,
    getItemIdAsync(done: Done) {
      if (stored.id === undefined) queueMicrotask(() => done({ status: 'failed', error: { code: 9043, name: 'x', message: 'not saved' } }))
      else answer('getItemId', done, () => stored.id)
    },
    loadCustomPropertiesAsync(done: Done) {
      const own = { ...stored.properties }
      answer('loadCustomProperties', done, () => ({
        get: (name: string) => own[name],
        set: (name: string, value: unknown) => {
          own[name] = value
        },
        remove: (name: string) => delete own[name],
        saveAsync: (saved: Done) =>
          answer('saveProperties', saved, () => {
            stored.properties = own
            return undefined
          }),
      }))
    },
    sessionData: {
      getAsync: (name: string, done: Done) => answer('sessionData.get', done, () => stored.session[name]),
      setAsync: (name: string, value: string, done: Done) =>
        answer('sessionData.set', done, () => {
          stored.session[name] = value
          return undefined
        }),
    },
  } as unknown as Office.AppointmentCompose
}
