import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { areasOfPublicity } from './areas-of-publicity.ts'
import { areasOfSessions } from './areas-of-sessions.ts'
import { fieldsOf, type Field, type RuleArea } from './fields.ts'

/** Every setting but the preset's name, in the order in which a session meets them. */
export function areasOf(rulebook: Pick<Rulebook, 'kinds'>): readonly RuleArea[] {
  return [...areasOfSessions(rulebook), ...areasOfPublicity]
}

export function allFields(rulebook: Pick<Rulebook, 'kinds'>): readonly Field[] {
  return fieldsOf(areasOf(rulebook).flatMap(({ rules }) => rules))
}
