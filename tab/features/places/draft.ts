import type { PlacesBody, PlacesPage } from '../../../api/contracts/places.ts'
import type { Problem } from '../../../api/contracts/shared.ts'
import { inLondon, londonDay, londonTime } from '../../../domain/kernel/london.ts'
import { day, instant } from '../../../domain/kernel/time.ts'
import { faultWords, words } from './words.ts'

/** The form as it is written: text, ticks, and a method by its criteria in order. */
export type Draft = {
  readonly places: string
  readonly openTo: 'everyone' | 'posts'
  readonly posts: readonly string[]
  readonly neededFor: readonly string[]
  readonly method: Method
  readonly closesOn: string
  readonly closesAt: string
}

export type Method = (typeof methods)[number]
/** Every order in which what can be weighed today can be; a ballot settles what is left, always. */
export const methods = [
  'role-need.not-had-one.ballot',
  'not-had-one.role-need.ballot',
  'role-need.ballot',
  'not-had-one.ballot',
  'ballot',
] as const

export type Wrong = Readonly<Partial<Record<keyof Draft, string>>>

export function draftOf({ offer, choices, now }: PlacesPage): Draft {
  const closes = instant(offer?.closesAt ?? choices.usualClosesAt ?? now)
  const isKnown = offer !== undefined || choices.usualClosesAt !== undefined
  return {
    places: offer ? String(offer.places) : '',
    openTo: offer?.openTo.kind ?? 'everyone',
    posts: offer?.openTo.kind === 'posts' ? offer.openTo.posts : [],
    neededFor: offer?.neededFor ?? [],
    method: methodOf(offer?.criteria ?? choices.usual),
    closesOn: isKnown ? londonDay(closes).toString() : '',
    closesAt: isKnown ? londonTime(closes) : '17:00',
  }
}

function methodOf(criteria: readonly string[]): Method {
  return methods.find((each) => each === criteria.join('.')) ?? 'ballot'
}

export function criteriaOf(method: Method): PlacesBody['criteria'] {
  return method.split('.') as PlacesBody['criteria']
}

export function wrongIn(draft: Draft): Wrong {
  const isCount = /^[1-9]\d{0,2}$/.test(draft.places.trim()) && Number(draft.places) <= 500
  return {
    ...(isCount ? {} : { places: words.placesWrong }),
    ...(draft.openTo === 'posts' && draft.posts.length === 0 ? { posts: faultWords['no-post-named'] } : {}),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(draft.closesOn) ? {} : { closesOn: words.dayWrong }),
    ...(/^\d{2}:\d{2}$/.test(draft.closesAt) ? {} : { closesAt: words.timeWrong }),
  }
}

export function bodyOf(draft: Draft, seen: string | undefined): PlacesBody {
  const criteria = criteriaOf(draft.method)
  return {
    places: Number(draft.places),
    openTo: draft.openTo === 'everyone' ? { kind: 'everyone' } : { kind: 'posts', posts: [...draft.posts] },
    neededFor: criteria.includes('role-need') ? [...draft.neededFor] : [],
    criteria,
    closesAt: String(inLondon(day(draft.closesOn), draft.closesAt)),
    ...(seen === undefined ? {} : { seen }),
  }
}

const fields: Readonly<Record<string, keyof Draft>> = {
  places: 'places',
  openTo: 'posts',
  neededFor: 'neededFor',
  criteria: 'method',
  closesAt: 'closesOn',
}

/** What the service found wrong, beside the field where it can be put right. */
export function wrongFrom({ errors = [] }: Pick<Problem, 'errors'>): Wrong {
  return Object.fromEntries(
    errors.flatMap(({ path, message }) => {
      const field = fields[path.split('.')[0] ?? '']
      const said = faultWords[message as keyof typeof faultWords]
      return field && said ? [[field, said]] : []
    }),
  )
}
