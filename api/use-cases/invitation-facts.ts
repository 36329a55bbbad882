import type { MySession } from '../contracts/my-training.ts'

/** Everything a Member's invitation card says. */
export type InvitationFacts = {
  readonly teamsAppId: string
  readonly session: MySession
  readonly past: boolean
}
