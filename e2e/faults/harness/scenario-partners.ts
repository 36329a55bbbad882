import { addressOf, memberNumbers, mobileOf, withoutMobile } from './outside/council-world.ts'
import { held, type HeldName } from './sessions-held.ts'
import { at, type Stage } from './stage.ts'

const suited: readonly HeldName[] = ['enough', 'few', 'short', 'moved', 'outlook']

export const aims = ['To read a budget and ask about it.', 'To read a budget, and to question it in committee.'] as const

/** What officers wrote down of Members and must not be shared: each way of saying who they are by which the council knows them. */
function naming(number: number): readonly [string, ...string[]] {
  return [
    `Asked for by Councillor Member ${number}.`,
    `Questions to ${addressOf(number)}.`,
    ...(number === withoutMobile ? [] : [`Ring ${mobileOf(number).replace('+44', '0')} to ask.`]),
  ]
}

/** Officers tell partners of an event: after reading it, by two at once, again when something has changed, or never, because it names a Member. */
export function ofPartners(stage: Stage, names: readonly HeldName[]): void {
  const { people, chance } = stage
  const [first, ...others] = names.filter((each) => suited.includes(each))
  if (!first) return
  const session = held[chance.pick([first, ...others])]
  const both = chance.happens(0.4)
  at(stage, '2026-10-19T16:40:00Z', 30, () => people.partners.mark(session, aims[0]))
  at(stage, chance.pick(['2026-10-19T18:00:00Z', '2026-10-20T09:00:00Z', '2026-10-20T12:50:00Z']), 60, () => {
    void people.partners.share(session, 901)
    if (both) void people.partners.share(session, 902)
  })
  at(stage, '2026-10-20T06:30:00Z', 60, () => people.partners.look(session, 902))
  const isNaming = chance.happens(0.4)
  const words = isNaming ? chance.pick(naming(chance.pick(memberNumbers))) : aims[1]
  if (isNaming || chance.happens(0.5)) at(stage, '2026-10-20T14:10:00Z', 30, () => people.partners.mark(session, words))
  at(stage, '2026-10-20T15:00:00Z', 120, () => people.partners.share(session, 902))
  at(stage, '2026-10-20T17:30:00Z', 60, () => people.partners.share(session, 901))
}
