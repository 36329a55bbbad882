import { startEmbedded } from '../../sandbox/embedded.ts'
import type { World } from '../../sandbox/world.ts'
import { controlOf, type Control } from './control.ts'

export type Rig = Control & {
  close(): Promise<void>
  /** The product stops and starts anew on the same storage. */
  restart(): Promise<void>
  /** One more instance of the product works beside it, on the same storage. */
  startAnother(): Promise<void>
  /** Answers the session of this subject as a person, in that person's own Outlook. */
  answer(user: string, subject: string, act: 'accept' | 'tentativelyAccept' | 'decline'): Promise<void>
  /** The product's session of this title, as an officer sees it in the programme. */
  session(title: string): Promise<Record<string, never> & { sessionId: string }>
}

/** The whole product on a sandbox of its own, on free ports, with the council of the world. */
export async function startRig(world: World, { log }: { readonly log?: (line: string) => void } = {}): Promise<Rig> {
  const embedded = await startEmbedded({
    sandboxPort: 0,
    productPort: 0,
    scenario: 'empty',
    log(line) {
      log?.(line)
      if (process.env['RIG_LOG']) process.stderr.write(`${line}\n`)
    },
  })
  const control = controlOf(embedded.addresses().desk)
  await control.world(world)
  return {
    ...control,
    close: () => embedded.close(),
    restart: () => embedded.restart(),
    startAnother: () => embedded.startAnother(),
    async answer(user, subject, act) {
      const found = await control.graph<{ value: { id: string; subject: string }[] }>(user, 'GET', `/me/events?$top=200&$select=id,subject`)
      const event = found.body.value.find((each) => each.subject === subject)
      if (!event) throw new Error(`${user} has no appointment "${subject}"`)
      await control.graph(user, 'POST', `/me/events/${event.id}/${act}`, { sendResponse: true })
      await control.settle()
    },
    async session(title) {
      const programme = await control.api<{ rows: (Record<string, never> & { sessionId: string; title: string })[] }>(
        'officer',
        'GET',
        '/programme',
      )
      const row = programme.body.rows.find((each) => each.title === title)
      if (!row) throw new Error(`The programme has no "${title}": ${JSON.stringify(programme.body).slice(0, 300)}`)
      return row
    },
  }
}
