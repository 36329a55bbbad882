import type { PersonId } from '../../../../domain/kernel/ids.ts'
import { Temporal } from '../../../../domain/kernel/time.ts'
import { applyReceipt, type Receipt } from '../../../../api/act/receipts.ts'
import { receiveNotifications } from '../../../../api/observe/notifications.ts'
import type { Chance } from '../chance.ts'
import type { Asked, Processes } from '../processes.ts'
import type { Scheduler } from '../scheduler.ts'
import { mobileOf, profile, unreachable } from './council-world.ts'
import type { Text } from './providers.ts'
import type { Hearing, World } from './world.ts'

/** How the world calls us back: Graph about calendars, Notify about texts. Both repeat, come late, and give up. */
export function createPost(deps: {
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly processes: () => Processes
  readonly world: () => World
  /** Whether anything may get lost on the way just now. */
  readonly isRough: () => boolean
}): Hearing {
  const { scheduler, chance, processes, world, isRough } = deps

  async function tell(work: () => Promise<Asked<unknown>>, again: { readonly times: number; readonly pause: number }): Promise<void> {
    const told = await work()
    if (told.kind === 'answer' || again.times === 0) return
    scheduler.after(again.pause, () => void tell(work, { times: again.times - 1, pause: again.pause * 2 }))
  }

  function notify(mailbox: PersonId): void {
    for (const { id, mailbox: of, until, clientState } of world().outlook.subscriptions.values()) {
      if (of !== mailbox || until < world().now()) continue
      if (isRough() && chance.happens(0.1)) continue // Graph loses some
      const body = { value: [{ subscriptionId: id, clientState, tenantId: profile.tenantId, resource: `Users/${mailbox}/Events/x` }] }
      const times = isRough() && chance.happens(0.2) ? 2 : 1
      for (let time = 0; time < times; time += 1) {
        scheduler.after(chance.pick([chance.between(300, 2_000), chance.between(300, 2_000), chance.between(500, 40_000)]), () => {
          void tell(() => processes().ask((_council, { product: { councils } }) => receiveNotifications(councils, body)), {
            times: 8,
            pause: 10_000,
          })
        })
      }
    }
  }

  function receipt(text: Text): void {
    const status = text.to === mobileOf(unreachable) ? 'permanent-failure' : 'delivered'
    const given: Receipt['status'][] = chance.happens(0.3) ? ['sending', status, status] : [status]
    for (const each of given) {
      scheduler.after(chance.between(300, 90_000), () => {
        const at = Temporal.Instant.fromEpochMilliseconds(world().now())
        const word: Receipt = { reference: text.key, status: each, at }
        void tell(() => processes().ask((council) => applyReceipt(council, word)), { times: 5, pause: 300_000 })
      })
    }
  }

  return { calendar: notify, text: receipt }
}
