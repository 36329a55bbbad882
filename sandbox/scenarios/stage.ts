import type { PassingTime } from '../passing-time.ts'
import { personIn } from '../context.ts'
import type { Addresses } from '../service.ts'
import type { Services } from '../services.ts'
import type { Stage } from './scenario.ts'

/** Acts over the wire, as Outlook does: a scenario can do nothing that a person could not. */
export function createStage(services: () => Services, time: PassingTime, addresses: () => Addresses): Stage {
  const tokens = new Map<string, string>()

  async function tokenOf(named: string): Promise<string> {
    const known = tokens.get(named)
    if (known) return known
    const person = personIn(services().context.people, named)
    if (!person) throw new Error(`The scenario names "${named}", who does not exist`)
    const token = await services().entra.tokenFor(person, { audience: 'graph' })
    tokens.set(named, token)
    return token
  }

  return {
    async graph(person, method, path, body) {
      const response = await fetch(`${addresses().graph}/v1.0${path}`, {
        method,
        headers: { Authorization: `Bearer ${await tokenOf(person)}`, 'Content-Type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path} as ${person}: ${response.status} ${text}`)
      return text === '' ? undefined : JSON.parse(text)
    },
    async until(at) {
      await time.passUntil(at)
    },
    settle: () => time.settle(),
  }
}
