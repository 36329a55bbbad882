import { z } from 'zod'
import { dayErrors } from './calendar-days.ts'
import { calendarDay, identifier, label } from './fields.ts'
import type { RulebookError } from './rulebook-error.ts'
import { twice } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

/** By when a Member must have attended, and so what a cancelled session puts at risk (C3.6, C3.15). */
const due = z.discriminatedUnion('by', [
  /** Within `members.inductionMonths` of taking office. */
  z.strictObject({ by: z.literal('induction') }),
  /** Before they sit: it gates the next meeting of the committee named in `appliesTo`. */
  z.strictObject({ by: z.literal('sitting') }),
  /** Within so many weeks of the start of the municipal year, or of taking the office later in it. */
  z.strictObject({ by: z.literal('municipal-year'), weeks: z.int().min(1).max(52) }),
  z.strictObject({ by: z.literal('day'), on: calendarDay }),
  z.strictObject({ by: z.literal('none') }),
])

const rule = z.strictObject({
  id: identifier,
  label,
  /** Whoever fits one of these must attend. Offices and committees are named as the register names them; case makes no difference. */
  appliesTo: z.strictObject({
    kinds: z
      .array(z.enum(['mayor', 'councillor', 'co-optee']))
      .max(3)
      .default([]),
    offices: z.array(label).max(30).default([]),
    committees: z.array(label).max(60).default([]),
  }),
  /** Titles of the sessions that meet it besides `label`, compared as C14.4 compares them. */
  titles: z.array(label).max(30).default([]),
  due,
  /** How often one who has attended must attend again. `each-cycle`: once more in each term between ordinary elections. */
  again: z.enum(['never', 'each-municipal-year', 'each-twelve-months', 'each-cycle']).default('never'),
  /** C5.3: a committee's substitutes are bound as its members are. */
  substitutes: z.boolean().default(true),
  /** How it is done: at sessions, or (C5.9) as a course on a computer, which an officer puts down for each Member who has finished it. */
  through: z.enum(['sessions', 'e-learning']).default('sessions'),
  /** C5.11: training had elsewhere or before the election meets it, once an officer has accepted it. */
  equivalence: z.boolean().default(true),
  /** C5.4, of what is due before sitting: whoever has let the refresher pass is shown as not able to sit until it is done. */
  lapseBlocks: z.boolean().default(true),
})

/** Which training is mandatory, and for whom (TH 2.6; BR r10). */
export const mandatorySchema = z.strictObject({ rules: z.array(rule).max(100).default([]) })

export type MandatoryRule = z.infer<typeof rule>

export function mandatoryErrors({ rules }: z.infer<typeof mandatorySchema>): readonly RulebookError[] {
  const ids = rules.map((each) => each.id)
  return [...twice(ids, 'mandatory.rules', words.idTwice), ...rules.flatMap((each, index) => ruleErrors(each, `mandatory.rules.${index}`))]
}

function ruleErrors({ label: name, appliesTo, due: deadline }: MandatoryRule, path: string): readonly RulebookError[] {
  const { kinds, offices, committees } = appliesTo
  const forNobody = kinds.length + offices.length + committees.length === 0
  const gatesNothing = deadline.by === 'sitting' && committees.length === 0
  return [
    ...(forNobody ? [{ path: `${path}.appliesTo`, message: words.mandatoryForNobody(name) }] : []),
    ...(gatesNothing ? [{ path: `${path}.appliesTo.committees`, message: words.gatesNothing(name) }] : []),
    ...(deadline.by === 'day' ? dayErrors(deadline.on, `${path}.due.on`) : []),
  ]
}
