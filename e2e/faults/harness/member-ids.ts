import { memberIdOf } from '../../../api/use-cases/roll-after.ts'
import type { MemberId } from '../../../domain/kernel/ids.ts'
import { profile } from './outside/council-world.ts'

export function memberIdFor(number: number): MemberId {
  return memberIdOf(profile.id, { number: String(number) })
}
