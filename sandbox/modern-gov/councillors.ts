import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../service.ts'
import type { World } from '../world.ts'

type Entry = World['register']['members'][number]
type Office = World['register']['offices'][number]
export type Register = { readonly people: readonly Person[]; readonly register: World['register']; readonly today: Temporal.PlainDate }

/** `GetCouncillorsByWard`: who is in office today, ward by ward. Those who have left or have yet to come are not published. */
export function councillorsByWard({ people, register, today }: Register): Readonly<Record<string, unknown>> {
  const inOffice = register.members
    .map((entry, index) => ({ entry, id: index + 101 }))
    .filter(({ entry }) => isCurrent(entry, today))
    .flatMap(({ entry, id }) => {
      const person = people.find((each) => each.id === entry.person)
      return person ? [{ ward: wardOf(entry), councillor: councillor(id, entry, person, officesOf(register.offices, entry, today)) }] : []
    })
  const wards = [...new Set(inOffice.map(({ ward }) => ward))].toSorted((one, other) => one.localeCompare(other))
  return {
    councillorsbyward: {
      wards: {
        ward: wards.map((wardtitle) => {
          const councillors = inOffice.filter(({ ward }) => ward === wardtitle).map((each) => each.councillor)
          return { wardtitle, councillors: { councillorcount: ` ${councillors.length}`, councillor: councillors } }
        }),
      },
    },
  }
}

/** Those without a ward are put under headings, as councils do. */
function wardOf({ kind, ward }: Entry): string {
  if (kind === 'mayor') return 'Mayor'
  if (kind === 'co-optee') return 'Co-opted Member'
  return ward ?? 'No ward'
}

function councillor(councillorid: number, entry: Entry, person: Person, offices: readonly Office[]): object {
  return {
    councillorid,
    fullusername: publishedName(entry, person),
    photosmallurl: '',
    photobigurl: '',
    politicalpartytitle: entry.group ?? '',
    districttitle: '',
    representing: entry.ward ?? '',
    keyposts: offices.map(({ title, committee }) => (committee ? `${title}, ${committee}` : title)).join('; '),
    workaddress: {
      line1: "Members' Services, Town Hall",
      ...(person.landline && { phone: person.landline }),
      ...(person.mobile && { mobile: person.mobile }),
      email: person.email,
    },
    homeaddress: '',
    termsofoffice: { termofoffice: { startdate: published(entry.from), enddate: entry.to ? published(entry.to) : 'unspecified' } },
  }
}

function publishedName({ kind }: Entry, { name }: Person): string {
  const bare = name.replace(/^(?:Cllr|Councillor|Mayor)\s+/i, '')
  if (kind === 'mayor') return `Mayor ${bare}`
  return kind === 'councillor' ? `Councillor ${bare}` : bare
}

function officesOf(offices: readonly Office[], { person }: Entry, today: Temporal.PlainDate): readonly Office[] {
  return offices.filter((office) => office.person === person && isCurrent(office, today))
}

function isCurrent({ from, to }: { from: string; to?: string | undefined }, today: Temporal.PlainDate): boolean {
  return from <= today.toString() && (to === undefined || to >= today.toString())
}

/** 2026-05-07 as 07/05/2026. */
export function published(day: string): string {
  return day.split('-').toReversed().join('/')
}
