import type { PersonId } from '../kernel/ids.ts'

/** Someone who holds the app role of officer or administrator in Entra. */
export type Officer = {
  readonly id: PersonId
  readonly name: string
  readonly address: string
  readonly roles: readonly ('officer' | 'administrator')[]
}
