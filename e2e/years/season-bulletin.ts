import { expect, test } from 'vitest'
import { bulletin, type Bulletin, type NoticeBody } from '../../api/contracts/bulletin.ts'
import type { Mail } from '../support/control.ts'
import { cameOf, due, mailOf } from './judged.ts'
import { london, type Came, type Event, type Life } from './living.ts'

/** What an email of the bulletin says to one Member: its subject, and the titles under each heading, in order. */
type Said = { readonly subject: string; readonly under: Readonly<Record<string, readonly string[]>>; readonly words?: readonly string[] }

/** What officers saw of it on a morning: an issue that never left, and what they had still to pass on (C4.2, C4.6). */
type Glance = {
  readonly at: string
  readonly lapsed?: { readonly dueAt: string; readonly because: 'not-released' | 'too-late' | 'empty' }
  readonly toPassOn?: readonly string[]
}

/** A season's bulletin: what officers did about it, and what came of it, said by hand. */
export type BulletinTold = {
  readonly name: string
  readonly notices?: readonly { readonly at: string; readonly body: NoticeBody }[]
  /** When an officer released the next issue. */
  readonly released: readonly string[]
  /** When officers were reminded that nobody had. */
  readonly reminded: readonly string[]
  readonly issues: readonly { readonly at: string; readonly says: Readonly<Record<string, Said>> }[]
  readonly glances?: readonly Glance[]
}

/** The bulletin of one season: what is done about it while it is lived, and what is looked at afterwards. */
export function bulletinsOf(told: BulletinTold, members: string) {
  const seen = new Map<string, Bulletin>()
  const { notices = [], released, glances = [] } = told
  const deeds: readonly Event[] = [
    ...notices.map(({ at, body }) => ({ at: london(at), happens: async (life: Life) => putDown(life, body) })),
    ...released.map((at) => ({ at: london(at), happens: release })),
    ...glances.map(({ at }) => ({ at: london(at), happens: async (life: Life) => seen.set(at, await bulletinNow(life)) })),
  ]
  return {
    deeds,
    judge(life: () => Life): void {
      judgeMail(told, members, life)
      judgeGlances(glances, seen)
    },
  }
}

async function putDown({ rig }: Life, body: NoticeBody): Promise<void> {
  expect(await rig.api('officer', 'POST', '/bulletin/notices', body)).toMatchObject({ status: 201 })
}

async function bulletinNow({ rig }: Life): Promise<Bulletin> {
  return bulletin.parse((await rig.api('officer', 'GET', '/bulletin')).body)
}

async function release(life: Life): Promise<void> {
  const { issue } = await bulletinNow(life)
  const released = await life.rig.api('officer', 'POST', `/bulletin/${issue?.issueId ?? ''}/release`, { seen: issue?.seen })
  expect(released).toMatchObject({ status: 200 })
}

function judgeMail(told: BulletinTold, members: string, life: () => Life): void {
  const isIssue = (mail: Mail) => mail.subject.startsWith(told.name) && !isReminder(mail)

  test('C4.1 C4.2 each issue came to every Member at its hour, and no other came', async () => {
    const mail = await mailOf(life(), members, isIssue)
    const issues = told.issues.map(({ at }): Came => [at, members])
    expect(cameOf(mail, (together) => together.map(({ whose }) => whose))).toEqual(due(...issues))
  })

  test.each(told.issues)(
    'C4.2 C4.5 C4.6 the issue of $at says to each what is new, what is coming up, and what is asked of them',
    async ({ at, says }) => {
      for (const [member, { subject, under, words = [] }] of Object.entries(says)) {
        const [issue] = (await life().rig.mail(member)).filter((mail) => isIssue(mail) && mail.at.startsWith(london(at).slice(0, 16)))
        expect({ member, subject: issue?.subject, under: titlesIn(issue) }).toEqual({ member, subject, under })
        for (const said of words) expect(issue?.text).toContain(said)
      }
    },
  )

  test('C4.2 officers were reminded the working day before what nobody had released, and else not', async () => {
    for (const officer of ['officer', 'second']) {
      const reminders = (await life().rig.mail(officer)).filter(isReminder)
      expect(cameOf(reminders, () => [officer])).toEqual(due(...told.reminded.map((at): Came => [at, officer])))
    }
  })
}

function judgeGlances(glances: readonly Glance[], seen: ReadonlyMap<string, Bulletin>): void {
  if (glances.length === 0) return
  test.each(glances)(
    'C4.2 C4.6 at $at officers saw whether an issue never left, and what they had still to pass on',
    ({ at, lapsed, toPassOn = [] }) => {
      const { lapsed: never, issue } = seen.get(at) ?? {}
      expect(never).toEqual(lapsed && { ...lapsed, dueAt: london(lapsed.dueAt) })
      const warned = (issue?.warnings ?? []).flatMap((warning) => (warning.kind === 'none-passed-on' ? [warning.label] : []))
      expect(warned).toEqual(toPassOn)
    },
  )
}

const isReminder = ({ subject }: Mail) => subject.endsWith('not released yet')

/** What stands under each heading, by the email’s own headings. */
function titlesIn(issue: Mail | undefined): Readonly<Record<string, readonly string[]>> {
  const under: Record<string, string[]> = {}
  let titles: string[] = []
  for (const [, level, inside = ''] of (issue?.html ?? '').matchAll(/<h([23])[^>]*>(.*?)<\/h\1>/g)) {
    const words = inside.replaceAll(/<[^>]+>/g, '')
    if (level === '2') under[words] = titles = []
    else titles.push(words)
  }
  return under
}
