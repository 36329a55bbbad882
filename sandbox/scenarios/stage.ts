import type { PassingTime } from '../passing-time.ts'
import { personIn } from '../context.ts'
import type { Addresses } from '../service.ts'
import type { Services } from '../services.ts'
import type { Stage } from './scenario.ts'

type Audience = 'graph' | 'api'

/** Acts over the wire, as Outlook and the tab do: a scenario can do nothing that a person could not. */
export function createStage(services: () => Services, time: PassingTime, addresses: () => Addresses): Stage {
  const tokens = new Map<string, string>()

  async function tokenOf(named: string, audience: Audience): Promise<string> {
    const key = `${audience} ${named}`
    const known = tokens.get(key)
    if (known) return known
    const person = personIn(services().context.people, named)
    if (!person) throw new Error(`The scenario names "${named}", who does not exist`)
    const token = await services().entra.tokenFor(person, { audience })
    tokens.set(key, token)
    return token
  }

  const asking = (audience: Audience, base: () => string) => async (person: string, method: string, path: string, body?: object) => {
    const response = await fetch(`${base()}${path}`, {
      method,
      headers: { Authorization: `Bearer ${await tokenOf(person, audience)}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} as ${person}: ${response.status} ${text}`)
    return text === '' ? undefined : (JSON.parse(text) as unknown)
  }

  return {
    graph: asking('graph', () => `${addresses().graph}/v1.0`),
    tab: asking('api', () => `${addresses().product}/api`),
    async until(at) {
      await time.passUntil(at)
    },
    settle: () => time.settle(),
  }
}
