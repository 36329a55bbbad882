import { afterAll, beforeAll, expect, test } from 'vitest'
import { bot } from '../../sandbox/entra/registrations.ts'
import { startBotRelay } from '../support/bot-relay.ts'
import { officersOf, saidBy, type Officers } from '../support/officers.ts'
import { membersList } from '../support/outlook.ts'
import { startPlayground, type Playground, type Shown } from '../support/playground.ts'
import { startRig, type Rig } from '../support/rig.ts'
import { lettersTo } from '../support/storm.ts'
import { aWorld } from '../support/worlds.ts'

const title = 'Budget scrutiny'
const tenantId = '7e57ab1e-0000-4000-8000-0000000000b5'
let rig: Rig
let they: Officers
let relay: Awaited<ReturnType<typeof startBotRelay>>
let playground: Playground

/** One officer has Teams in the Agents Playground, everybody else in the sandbox: each is reached where they are. */
beforeAll(async () => {
  relay = await startBotRelay()
  rig = await startRig(aCouncil(), {
    settings: (usual) => ({ ...usual, QUORATE_BOT_SERVICE_HOSTS: `${usual['QUORATE_BOT_SERVICE_HOSTS']} ${relay.host}` }),
  })
  they = officersOf(rig)
  const people = await rig.call<{ id: string; name: string; email: string; objectId: string }[]>('GET', '/sandbox/people')
  const [me, ...others] = people.filter(({ id }) => ['officer', 'm1', 'm2', 'm3', 'm4', 'm5'].includes(id))
  if (!me) throw new Error('There is no officer')
  const teams = { endpoint: relay.endpoint, serviceUrl: relay.serviceUrl }
  playground = await startPlayground({ tenantId, bot: { id: `28:${bot.clientId}`, name: 'Quorate' }, me, others, ...teams })
  relay.stand(rig, playground.address)
  await playground.install()
  await they.invite({ subject: title, attendees: [membersList], location: { displayName: 'Town Hall' } })
}, 120_000)
afterAll(async () => {
  await playground.close()
  await rig.close()
  await relay.close()
})

/** Thursday 15 October 2026, two minutes before the review. The bot was never installed for one Member, and another is a guest. */
function aCouncil() {
  return aWorld({
    members: 6,
    change: (world) => {
      world.now = '2026-10-15T07:58:00Z'
      world.council.tenantId = tenantId
      for (const person of world.people) {
        if (person.id === 'm1') person.hasBot = false
        if (person.id === 'm2') Object.assign(person, { guest: true, email: 'm2@home.example' })
      }
    },
  })
}

/** The newest in the chat of which this is so; what the bot says may come a moment after it was asked. */
async function shown(is: (said: Shown) => boolean): Promise<Shown> {
  await expect.poll(() => playground.chat().findLast(is), { timeout: 20_000 }).toBeDefined()
  const said = playground.chat().findLast(is)
  if (!said) throw new Error('It is no longer there')
  return said
}
const wordsOn = (card: unknown) => (card as { fallbackText?: string }).fallbackText ?? ''
const decisionCard = () => shown(({ card }) => wordsOn(card ?? {}).includes(title))

type Button = { readonly verb?: string; readonly data?: object }
/** The button of a card as it came, with what the card would send. */
function buttonOf(card: unknown, verb: string): Button {
  const found = (card as { actions: Button[] }).actions.find((each) => each.verb === verb)
  if (!found) throw new Error(`The card has no button ${verb}: ${wordsOn(card)}`)
  return found
}
async function press(id: string, card: unknown, verb: string, inputs: object = {}): Promise<unknown> {
  const answered = await playground.press(id, verb, { ...buttonOf(card, verb).data, ...inputs })
  expect(answered).toMatchObject({ type: 'application/vnd.microsoft.card.adaptive' })
  return (answered as { value: unknown }).value
}

test('what the Playground posts by itself is signed by nobody, and is refused', async () => {
  const { product } = await rig.addresses()
  const answer = await fetch(`${product}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-ms-agents-playground': 'true' },
    body: JSON.stringify({ type: 'message', text: 'help', channelId: 'msteams', serviceUrl: relay.serviceUrl }),
  })
  expect(answer.status).toBe(401)
  expect(relay.passed()).toEqual([])
})

test('help and anything else that is typed are answered in plain words, in a group with where the bot speaks', async () => {
  await playground.say('help')
  await shown(({ text }) => text.includes('nothing is cancelled by itself') && !text.includes('cannot read'))
  await playground.say('please cancel everything')
  await shown(({ text }) => text.includes('I cannot read what is typed to me'))
  await playground.sayInGroup('help')
  await shown(({ text }) => text.includes('Please open a chat with Quorate alone'))
})

test('C3.2 the officer’s case comes to the Playground, at the address that it gave, and the other officer’s to Teams', async () => {
  await rig.setClock('2026-10-15T08:00:00Z')
  expect(wordsOn((await decisionCard()).card)).toContain('0 of 6 coming. Decide by noon')
  expect(await they.cardsAbout('officer', title)).toEqual([])
  expect(saidBy((await they.cardsAbout('second', title))[0])).toContain('0 of 6 coming')
  expect(relay.passed().every(({ signed }) => signed)).toBe(true)
})

test('C2.3 asked from the card, whoever has no bot, took it away, blocked it or is a guest is written to instead, once', async () => {
  await rig.call('PUT', '/sandbox/people/m3/bot', { standing: 'removed' })
  await rig.call('PUT', '/sandbox/people/m4/bot', { standing: 'blocked' })
  const { id, card } = await decisionCard()
  expect(wordsOn(await press(id, card, 'decide.chase'))).toContain('6')
  await rig.settle()
  const asked = { title, beginning: /^Can you come/ }
  const metOf = async (member: string) => {
    const [cards, letters] = await Promise.all([they.cardsAbout(member, title), lettersTo(rig, member, asked)])
    return { member, cards: cards.length, letters: letters.length }
  }
  const members = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6']
  expect(await Promise.all(members.map(metOf))).toEqual(
    members.map((member) => (['m5', 'm6'].includes(member) ? { member, cards: 1, letters: 0 } : { member, cards: 0, letters: 1 })),
  )
})

test('C3.4 a decision is taken in the Playground: chosen, confirmed with a reason, done, and seen by the other officer', async () => {
  const { id, card } = await decisionCard()
  const chosen = await press(id, card, 'decide.choose', { choice: 'cancel' })
  expect(wordsOn(chosen)).toContain('Nothing has been done yet')
  const asked = { reasonId: 'lack-of-interest', message: 'Too few could come.' }
  const done = await press(id, chosen, 'decide.confirm', asked)
  expect(wordsOn(done)).toContain('Cancelled by Olive Officer')
  await rig.settle()
  expect((await they.rowOf(title)).state.kind).toBe('cancelled')
  expect(await they.isCleared('m5', title)).toBe(true)
  expect(saidBy((await they.cardsAbout('second', title))[0])).toContain('Cancelled by Olive Officer')
  expect(wordsOn((await decisionCard()).card)).toContain('6 of 6 cleared')

  // Cards left open from before: each shows what is true, and pressing them does nothing more.
  for (const [stale, verb, inputs] of [
    [card, 'decide.choose', { choice: 'run' }],
    [card, 'decide.chase', {}],
    [chosen, 'decide.confirm', asked],
  ] as const) {
    expect(wordsOn(await press(id, stale, verb, inputs))).toContain('Cancelled by Olive Officer')
  }
  const { refresh } = card as { refresh: { action: { verb: string; data: object } } }
  const refreshed = await playground.press(id, refresh.action.verb, refresh.action.data)
  expect(wordsOn((refreshed as { value: unknown }).value)).toContain('No decision is needed from you')
  expect((refreshed as { value: unknown }).value).toMatchObject({ refresh: { userIds: [expect.stringMatching(/^29:/)] } })
  await rig.settle()
  expect(await they.cancelledTexts(title)).toEqual([])
  expect((await lettersTo(rig, 'm1', { title, beginning: /^Can you come/ })).length).toBe(1)
})
