import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phoneList } from '../../api/contracts/attention.ts'
import { brochure } from '../../api/contracts/brochure.ts'
import type { World } from '../../sandbox/world.ts'
import type { Mail } from '../support/control.ts'
import { aWorld } from '../support/worlds.ts'
import { cameOf, due, judge, judgeWaiting, mailOf } from './judged.ts'
import { begin, eventsOf, live, london, people, type Came, type Event, type Life, type Told } from './living.ts'
import { bulletinsOf, type BulletinTold } from './season-bulletin.ts'

/** Whose Outlook sends invitations and cancellations, and no reminder. */
const organiser = 'officer@testing.example'

/** One session of a season: what a year tells of it, and what else came of it. */
export type ToldInFull = Told & {
  /** What the council calls such a session (C1.4). */
  readonly called: string
  /** When a card asked Members who had not answered to, and which (C2.3). */
  readonly nudged?: readonly Came[]
  /** When officers heard that nobody had decided in time (C3.4). */
  readonly escalated?: string
  /** Reminders by email, to whoever takes no texts (C4.14). */
  readonly emails?: readonly Came[]
  /** The evaluation form on the morning after, and its reminder: nobody answers it, and nobody keeps a register (C8.2, C8.27). */
  readonly forms?: readonly Came[]
  /** Who had to be told by telephone of its cancellation. */
  readonly rung?: string
  /** Why it was cancelled, as the council words it (C3.1). */
  readonly reason?: string
}

/** A few weeks of one council. What should come is said by hand, from its document and its preset. */
export type Season = {
  readonly preset: string
  /** What the council set over its preset. */
  readonly settings: NonNullable<World['rulebook']['settings']>
  readonly members: string
  /** Who turned texts off, on the first morning. */
  readonly textsOff: string
  readonly from: string
  readonly until: string
  readonly sessions: readonly ToldInFull[]
  readonly bulletin: BulletinTold
  /** What the council calls the programme of its year (C4.16). */
  readonly programme: string
  readonly waiting: readonly string[]
}

/** Lives a season once, in order, and then looks at it from outside, as at a year; and at the bulletin. */
export function season(told: Season): void {
  let lived: Life
  const life = () => lived
  const members = people(told.members)
  const bulletins = bulletinsOf(told.bulletin, told.members)

  beforeAll(async () => {
    lived = await begin(aWorld({ members: members.length, change: (world) => arrange(world, told) }))
    await live(lived, [...told.sessions.flatMap(eventsOf), ...choices(told), ...bulletins.deeds], told.until)
  }, 240_000)
  afterAll(() => lived.rig.close())

  describe.each(told.sessions)('$title', (session) => {
    judge(session, life, { members })
    judgeInFull(session, life, told)
  })
  bulletins.judge(life)
  judgeWaiting(life, told.waiting)

  test('C4.16 the programme of the year goes by the council’s own name', async () => {
    const { body } = await lived.rig.api('officer', 'GET', '/brochure')
    expect(brochure.parse(body).name).toBe(told.programme)
  })
}

function arrange(world: World, { from, preset, settings }: Season): void {
  world.now = london(from)
  world.rulebook = { preset, settings }
}

function choices({ from, textsOff }: Season): readonly Event[] {
  return people(textsOff).map((member) => ({ at: london(from), happens: async (life) => turnTextsOff(life, member) }))
}

async function turnTextsOff({ tab }: Life, member: string): Promise<void> {
  expect(await tab.chooseTexts(member, { reminders: false })).toBe(200)
}

function judgeInFull(told: ToldInFull, life: () => Life, { members, bulletin: { name } }: Season): void {
  const { title } = told

  test('C4.8 C4.9 C4.14 whoever takes no texts had the reminders by email, at the same hours, and nobody else had any', async () => {
    const mail = await mailOf(
      life(),
      members,
      (each) => each.subject.includes(title) && !each.subject.startsWith(name) && each.from !== organiser && !isForm(each),
    )
    expect(cameOf(mail, (together) => together.map(({ whose }) => whose))).toEqual(due(...(told.emails ?? [])))
  })

  test('C8.1 C8.2 C8.27 whoever had accepted what was held had its form at 9am of the next day, and one reminder five days later', async () => {
    const mail = await mailOf(life(), members, (each) => each.subject.includes(title) && isForm(each))
    expect(cameOf(mail, (together) => together.map(({ whose }) => whose))).toEqual(due(...(told.forms ?? [])))
  })

  test('C2.3 a card asked those who had not answered, and no others', async () => {
    const cards = await Promise.all(
      people(members).map(async (whose) => (await life().they.cardsAbout(whose, title)).map(({ at }) => ({ at, whose }))),
    )
    expect(cameOf(cards.flat(), (together) => together.map(({ whose }) => whose))).toEqual(due(...(told.nudged ?? [])))
  })

  test('C3.4 officers heard once more when nobody had decided by noon, and else not', async () => {
    const asked = [told.asked, told.escalated].flatMap((at) => (at ? [london(at)] : []))
    expect((await life().they.cardsAbout('officer', title)).map(({ at }) => at)).toEqual(asked)
  })

  test('C1.4 C3.1 C3.12 it goes by the council’s word for it; why it was cancelled is kept, and who was rung', async () => {
    const { rig, tab, ids } = life()
    const id = ids.get(title) ?? ''
    const { row, cancelled } = await tab.sessionById(id)
    expect([row.kindLabel, cancelled?.reasonLabel]).toEqual([told.called, told.reason])
    const { entries } = phoneList.parse((await rig.api('officer', 'GET', `/sessions/${id}/phone-list`)).body)
    expect(entries.map(({ name: rung, reached }) => `${memberCalled(rung)} ${reached}`)).toEqual(
      people(told.rung).map((who) => `${who} true`),
    )
  })
}

function isForm({ subject }: Mail): boolean {
  return /^(What did you think\?|There is still time to say what you thought:)/.test(subject)
}

/** Members of a test's world are called by trees, in order. */
function memberCalled(name: string): string {
  return `m${['Ash', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse'].findIndex((tree) => name.includes(tree)) + 1}`
}
