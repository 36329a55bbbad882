import { partnerWords } from '../partners/words.ts'
import type { BriefPart } from '../rulebook/brief.ts'
import { kindOf } from '../rulebook/in-force.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { expectedAt, roomAt } from '../sessions/room.ts'
import type { Session } from '../sessions/session.ts'
import { briefWords as say } from './words.ts'

export type BriefSection = { readonly heading: string; readonly lines: readonly string[] }

/** What whoever presents a session gets beforehand, in order. */
export type Brief = {
  /** What is asked of the presenter with the aims; empty where the rulebook asks for nothing. */
  readonly opening: string
  /** The first thing of all. Empty: nobody has put them down. */
  readonly aims: readonly string[]
  readonly sections: readonly BriefSection[]
  readonly closing: readonly string[]
}

type Help = { readonly name: string; readonly role: string; readonly telephone: string }
type Known = { readonly rulebook: Rulebook; readonly help: Help }

/**
 * C1.11 (HR 3.2: "each session should begin with a clear outline of the aims and objectives"): it opens with them, so that the session can
 * begin by stating them. Members are a number, and nobody among them is named.
 *
 * Trap: what officers wrote down of access in their own words is not in it, because such words may say whose need it is.
 */
export function briefOf(session: Session, { rulebook, help }: Known): Brief {
  const { opening, closing, parts } = rulebook.brief
  return {
    opening: opening.trim(),
    aims: linesOf(session.details?.aims),
    sections: [
      basicsOf(session, rulebook),
      ...parts.flatMap((part) => {
        const lines = linesIn[part](session, rulebook)
        return lines.length === 0 ? [] : [{ heading: say.heading[part], lines }]
      }),
    ],
    closing: [...linesOf(closing), say.ring(help)],
  }
}

/** The presenters whom the invitation itself names: whoever comes from outside and is no partner. */
export function presentersOf({ others }: Pick<Session, 'others'>): readonly { readonly name: string; readonly address: string }[] {
  return others.filter(({ kind }) => kind === 'presenter').map(({ name, address }) => ({ name, address }))
}

function linesOf(text = ''): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function basicsOf({ title, kind, startsAt, endsAt, delivery, place, organiser }: Session, rulebook: Rulebook): BriefSection {
  const told = { title, when: { startsAt, endsAt }, delivery, ...(place && delivery !== 'online' ? { place } : {}) }
  const lines = [
    title,
    partnerWords.whenInWords(told),
    partnerWords.whereInWords(told),
    say.kind(kindOf(rulebook, kind).label),
    say.arrangedBy(organiser.name),
  ]
  return { heading: say.basics, lines: lines.filter((line) => line !== undefined) }
}

type Lines = (session: Session, rulebook: Rulebook) => readonly string[]

const linesIn: Readonly<Record<BriefPart, Lines>> = {
  expected: (session, rulebook) => {
    const planned = expectedAt(session, rulebook)
    const partners = session.others.filter(({ kind, response }) => kind === 'partner' && response !== 'declined').length
    return [
      say.expected(planned),
      ...(planned.capacity === undefined ? [] : [say.room(planned.capacity)]),
      ...(partners > 0 ? [say.partners(partners)] : []),
      say.asAt(session.readAt),
    ]
  },
  access: ({ delivery, place, details }, rulebook) => {
    const room = delivery === 'online' || !place ? undefined : roomAt(place, rulebook)
    const known = [
      ...yesOrNo(room?.stepFree, say.stepFree),
      ...yesOrNo(room?.hearingLoop, say.loop),
      ...(details?.loopNeeded ? [say.loopNeeded] : []),
    ]
    return known.length > 0 ? known : [say.noAccess]
  },
  commitment: ({ details }) => {
    const { preWork, followUp } = details?.commitment ?? {}
    const asked = [...(preWork ? [say.before(preWork)] : []), ...(followUp ? [say.after(followUp)] : [])]
    return asked.length > 0 ? asked : [say.noCommitment]
  },
  priorities: ({ details }, { planning }) => {
    const { priorities = [], functions } = details?.record ?? {}
    const labels = planning.priorities.filter(({ id }) => priorities.includes(id)).map(({ label }) => label)
    return [...(labels.length > 0 ? [say.priorities(labels), ...labels] : []), ...(functions ? [say.functions(functions)] : [])]
  },
  evaluation: ({ kind, details }, rulebook) => {
    const isBriefing = kindOf(rulebook, kind).countsAs === 'briefing'
    if (isBriefing && !rulebook.briefings.evaluation) return [say.notEvaluated]
    const by = details?.record?.evaluates
    return [by ? say.evaluatedBy(by) : say.evaluated]
  },
}

function yesOrNo(is: boolean | undefined, words: { readonly yes: string; readonly no: string }): readonly string[] {
  if (is === undefined) return []
  return [is ? words.yes : words.no]
}
