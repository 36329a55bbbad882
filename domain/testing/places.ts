import { sessionId } from '../kernel/ids.ts'
import { instant } from '../kernel/time.ts'
import { offerIdOf, type Interest, type Offer } from '../places/offer.ts'
import { aMemberId, aPersonId, arrangedAt } from './builders.ts'

/** 6pm on Tuesday 20 October 2026, in summer time: a week before `builders.ts`'s session. */
export const closesAt = instant('2026-10-20T17:00:00Z')

/** Two places at `builders.ts`'s session, open to everyone, given by ballot alone; announced on Friday 9 October. */
export function anOffer(given: Partial<Offer> = {}): Offer {
  const subject = { kind: 'session', sessionId: sessionId('s1') } as const
  return {
    id: offerIdOf(subject),
    subject,
    title: 'Chairing a difficult meeting',
    places: 2,
    openTo: { kind: 'everyone' },
    neededFor: [],
    criteria: ['ballot'],
    closesAt,
    seed: '00112233445566778899aabbccddeeff',
    setAt: arrangedAt,
    setBy: aPersonId(901),
    setByName: 'Officer 901',
    announcedAt: instant('2026-10-09T09:00:00Z'),
    rounds: [],
    ...given,
  }
}

export function anInterest(number: number, given: Partial<Interest> = {}): Interest {
  return { memberId: aMemberId(number), ticket: `ticket${number}`, at: arrangedAt, standing: 'interested', ...given }
}
