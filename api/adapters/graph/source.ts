import type { PersonId } from '../../../domain/kernel/ids.ts'
import type { Clock } from '../../ports/clock.ts'
import type { HeldAssertions } from '../entra/held-assertions.ts'
import type { Tokens } from '../entra/tokens.ts'
import { Unavailable } from '../../ports/unavailable.ts'
import type { Bearer, Graph } from './client.ts'

/** Graph for one council: its tenant's permissions are in the bearer, so no call can reach another's. */
export type GraphSource = {
  readonly graph: Graph
  /** The service as itself. */
  readonly service: Bearer
  /** A person where their sign-in is at hand, else the service: the act is theirs either way, and so are the rights it needs. */
  readonly asPerson: (person: PersonId) => Bearer
  readonly clock: Pick<Clock, 'mono' | 'sleep'>
}

export function graphSource(parts: {
  readonly graph: Graph
  readonly tenant: string
  readonly tokens: Tokens
  readonly held: HeldAssertions
  readonly clock: Pick<Clock, 'mono' | 'sleep'>
}): GraphSource {
  const { graph, tenant, tokens, held, clock } = parts
  const service: Bearer = (options) => tokens.appToken(tenant, options)
  return {
    graph,
    clock,
    service,
    asPerson: (person) => async (options) => {
      const assertion = held.find(tenant, person)
      const token = assertion === undefined ? undefined : await unlessSilent(() => tokens.onBehalfOf(tenant, assertion, options))
      return token?.ok ? token : service(options)
    },
  }
}

/** The service may have a token at hand while Entra gives no new ones. */
async function unlessSilent<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask()
  } catch (thrown) {
    if (thrown instanceof Unavailable) return undefined
    throw thrown
  }
}
