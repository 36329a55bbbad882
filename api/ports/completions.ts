import type { MemberId } from '../../domain/kernel/ids.ts'
import type { Completion, KeptCompletion, Withdrawal } from '../../domain/requirements/completion.ts'
import type { Written } from './council.ts'

/** What officers have put down that Members have done. Only ever added to: what is wrong is withdrawn by a row of its own. */
export interface Completions {
  /** Of every Member, those withdrawn too. */
  all(): Promise<readonly KeptCompletion[]>
  ofMember(member: MemberId): Promise<readonly KeptCompletion[]>
  /** `exists`: it is there already. */
  add(completion: Completion): Promise<Written>
  /** `exists`: it was withdrawn before. */
  withdraw(completion: Completion, withdrawal: Withdrawal): Promise<Written>
}
