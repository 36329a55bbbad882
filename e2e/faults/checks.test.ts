import { beforeAll, describe, expect, test } from 'vitest'
import { instant } from '../../domain/kernel/time.ts'
import { account } from './harness/checks-account.ts'
import { duties } from './harness/checks-duties.ts'
import { messages } from './harness/checks-messages.ts'
import { officers } from './harness/checks-officers.ts'
import { reminders } from './harness/checks-reminders.ts'
import { run, type Lived } from './harness/run.ts'
import { arrange, type Scenario } from './harness/scenario.ts'
import { held } from './harness/sessions-held.ts'
import type { Providers } from './harness/outside/providers.ts'
import { usualRules } from './harness/outside/rules.ts'

/*
 * What the checkers say of a life in which something is wrong that was not: of one that was whole, with what the providers received, or the rows
 * as they lie, made up a little.
 */

const { few, moved } = held
const minute = 60_000

/** Too few are coming to one, which is cancelled; another is moved by a day. Nothing goes wrong. */
const scenario: Scenario = {
  beginsAt: instant('2026-10-19T21:00:00Z'),
  calmFrom: instant('2026-10-22T12:00:00Z'),
  endsAt: () => instant('2026-10-22T13:00:00Z'),
  lateByMinutes: 30,
  names: ['few', 'moved'],
  rules: usualRules,
  play(stage) {
    const { scheduler, people, world } = stage
    const after = (at: string, act: () => void) => scheduler.after(scenario.beginsAt.until(instant(at)).total('milliseconds'), act)
    arrange(stage, few, ['accepted', 'none', 'tentative', 'declined', 'none'])
    arrange(stage, moved, ['accepted', 'accepted', 'accepted', 'none', 'tentative'])
    after('2026-10-20T10:00:00Z', () => world.outlook.move(moved.eventId, instant('2026-10-29T10:00:00Z')))
    after('2026-10-20T14:00:00Z', () => void people.decide({ ...few, choice: 'cancel', reasonId: 'lack-of-interest' }))
  },
}

let lived: Lived
beforeAll(async () => {
  const outcome = await run({ seed: 'made-up', processes: 1, faults: 'none', scenario })
  if (outcome.violations.length > 0) throw new TypeError(outcome.violations.join('\n'))
  ;({ lived } = outcome)
}, 60_000)

const received = (change: Partial<Providers>): Lived => ({
  ...lived,
  world: { ...lived.world, providers: { ...lived.world.providers, ...change } },
})
const purposeOf = (key: string) =>
  lived.records.flatMap((record) => record.duties).find(({ duty }) => key.endsWith(duty.id))?.duty.purpose.kind

describe('C3.2 C3.4 officers', () => {
  const cards = () => lived.world.providers.cards
  const mails = () => lived.world.providers.mails
  const said = (made: Lived) => officers(made).join('\n')

  test('were asked twice and heard twice that nobody had decided, by card and by email', () => {
    const kinds = [...cards(), ...mails()].map(({ key }) => purposeOf(key))
    // Both sessions, two officers each: the one that was moved is asked about at its new review.
    expect(kinds.filter((kind) => kind === 'decision-card')).toHaveLength(4)
    expect(kinds.filter((kind) => kind === 'escalation')).toHaveLength(4)
    expect(officers(lived)).toEqual([])
  })

  test('who were not asked, or did not hear that nobody had decided', () => {
    const without = (kind: string) => received({ cards: cards().filter(({ key }) => purposeOf(key) !== kind) })
    expect(said(without('decision-card'))).toContain('never asked: decision-card of event-few to officer 901')
    expect(said(without('escalation'))).toContain('never asked: escalation of event-few to officer 901')
    expect(said(received({ mails: [] }))).toContain('never asked: decision-card of event-few to officer 902')
  })

  test('who were asked too early or too late', () => {
    const put = (minutes: number) => received({ cards: cards().map((card) => ({ ...card, at: card.at + minutes * minute })) })
    expect(said(put(-1))).toContain('asked too early: decision-card')
    expect(said(put(-1))).toContain('asked too early: escalation')
    expect(said(put(10))).toContain('asked too late: decision-card of event-few')
  })

  test('who were asked in time, and much later once more by email', () => {
    const later = cards().map(({ key, at, id }) => ({
      key,
      at: at + 12 * 60 * minute,
      id,
      to: { name: '', address: '' },
      subject: '',
      html: '',
      text: '',
      isSent: true,
    }))
    expect(said(received({ mails: [...later, ...mails()] }))).not.toContain('asked too late')
  })

  test('who were asked by email though a card was possible, and by card without a bot', () => {
    const swapped = received({
      cards: mails().map(({ key, at, id }) => ({
        key,
        at,
        id,
        to: cards()[0]?.to ?? (few.organiser.toString() as never),
        text: '',
        card: {},
      })),
      mails: cards().map(({ key, at, id }) => ({
        key,
        at,
        id,
        to: { name: '', address: '' },
        subject: '',
        html: '',
        text: '',
        isSent: true,
      })),
    })
    expect(said(swapped)).toContain('asked by email: decision-card of event-few to officer 901')
    expect(said(swapped)).toContain('asked by card: decision-card of event-few to officer 902')
    expect(messages(swapped).join('\n')).toContain('went to somebody else: decision-card')
  })

  test('who were asked though enough were coming, though it was decided, or again though nothing had changed', () => {
    const entry = lived.world.outlook.entries.get(few.eventId)
    if (!entry) throw new TypeError('nothing was arranged')
    const answers = entry.answers.map((answer) => ({ ...answer, response: 'accepted' as const }))
    const outlook = { ...lived.world.outlook, entries: new Map(lived.world.outlook.entries).set(few.eventId, { ...entry, answers }) }
    expect(said({ ...lived, world: { ...lived.world, outlook } })).toContain('asked though enough were coming')
    const decisions = lived.meant.decisions.map((decision) => ({ ...decision, toldAt: Date.UTC(2026, 9, 20, 7) }))
    expect(said({ ...lived, meant: { ...lived.meant, decisions } })).toContain('asked though it was decided')
    const records = lived.records.map((record) => ({
      ...record,
      duties: record.duties.map((row, index) => {
        const { purpose } = row.duty
        const isCopy = purpose.kind === 'escalation' && record.session.id === few.sessionId
        return isCopy ? { ...row, duty: { ...row.duty, purpose: { ...purpose, kind: 'decision-card' as const, round: 2 + index } } } : row
      }),
    }))
    expect(said({ ...lived, records })).toContain('asked again though nothing had changed')
  })

  test('whose cards do not show that it was cancelled, or who is coming', () => {
    const { edits } = lived.world.providers
    expect(edits.length).toBeGreaterThan(0)
    expect(said(received({ edits: [] }))).toContain('a card does not show that it was cancelled: decision-card 1 of event-few')
    const late = edits.map((edit) => ({ ...edit, at: edit.at + 5 * minute }))
    expect(said(received({ edits: late }))).toContain('a card does not show that it was cancelled: escalation 1 of event-few')
    const miscounted = cards().map((card) => ({ ...card, card: { ...card.card, counts: { accepted: 5 } } }))
    expect(said(received({ cards: miscounted }))).toContain('a card shows other answers than the calendar has: decision-card')
  })
})

describe('C4.12 of a session that was moved', () => {
  const texts = () => lived.world.providers.texts
  const ofMoved = (key: string) => key.includes(moved.sessionId)

  test('the reminder came at its new hour and no other is passed', () => {
    expect(
      new Set(
        texts()
          .filter(({ key }) => ofMoved(key))
          .map(({ at }) => new Date(at).toISOString().slice(0, 16)),
      ),
    ).toEqual(new Set(['2026-10-22T09:00']))
    const none = received({ texts: texts().filter(({ key }) => !ofMoved(key)) })
    expect(reminders(none).join('\n')).toContain('never reminded: week-before of event-moved to member 1')
    const old = received({ texts: texts().map((text) => ({ ...text, at: text.at - 24 * 60 * minute })) })
    expect(reminders(old).join('\n')).toContain('reminded at the wrong time: week-before of event-moved to member 1')
  })

  test('a second one of its kind is told, whatever brought it', () => {
    const rows = lived.records.find(({ session }) => session.id === moved.sessionId)?.duties ?? []
    const again = rows
      .filter(({ duty }) => duty.purpose.kind === 'reminder')
      .map((row) => ({ ...row, duty: { ...row.duty, id: `${row.duty.id}x` as never } }))
    const records = lived.records.map((record) =>
      record.session.id === moved.sessionId ? { ...record, duties: [...record.duties, ...again] } : record,
    )
    const both = received({
      texts: [
        ...texts(),
        ...texts()
          .filter(({ key }) => ofMoved(key))
          .map((text) => ({ ...text, key: `${text.key}x` })),
      ],
    })
    expect(messages({ ...both, records }).join('\n')).toContain('told more than once')
  })
})

describe('the rows', () => {
  test('that put something off for longer than anything may wait, or again and again, are told', () => {
    const put = (owedFor: number, waits: number): Lived => {
      const now = instant(new Date(lived.world.now()).toISOString())
      const records = lived.records.map((record) => ({
        ...record,
        duties: record.duties.map((row) => ({
          duty: { ...row.duty, notBefore: now.subtract({ minutes: owedFor }) },
          state: { kind: 'due' as const, attempt: 1 },
          notBefore: now.add({ minutes: waits }),
        })),
      }))
      return { ...lived, records }
    }
    const still = (made: Lived) => duties(made).filter((each) => each.startsWith('still '))
    expect(still(put(1, 14))).toEqual([])
    expect(still(put(1, 16))).not.toEqual([])
    expect(still(put(16, 1))).not.toEqual([])
    expect(still(put(-1, 24 * 60))).not.toEqual([])
  })

  test('a line in the log for a person, or of an error that is no outage, is a defect', () => {
    const line = (fields: object) => duties({ ...lived, lines: [JSON.stringify({ at: 'x', level: 'error', ...fields })] })
    expect(line({ event: 'session.failed', error: 'AssertionError' })).toEqual([expect.stringContaining('a defect: ')])
    expect(line({ level: 'warn', event: 'job.failed', error: 'AggregateError' })).toHaveLength(1)
    expect(line({ event: 'duty.needs-attention', because: 'sent-twice' })).toHaveLength(1)
    expect(line({ event: 'lane.stopped', because: 'misconfigured' })).toHaveLength(1)
    expect(line({ event: 'work.late' })).toHaveLength(1)
    expect(line({ level: 'warn', event: 'job.failed', error: 'Unavailable' })).toEqual([])
    expect(line({ event: 'clock.corrected', aheadSeconds: 45 })).toEqual([])
  })
})

describe('the audit chain', () => {
  test('is not passed where it should have been anchored, and was not, or without what it had by then', async () => {
    const all = await lived.world.anchors.all(lived.council.profile.id)
    const anchored = async (anchors: typeof all) =>
      account({ ...lived, world: { ...lived.world, anchors: { ...lived.world.anchors, all: async () => anchors } } })
    expect(await anchored(all)).toEqual([])
    expect(await anchored([])).toContain('not anchored in the night of 2026-10-20T23:05:00.000Z')
    expect((await anchored(all.slice(0, 1))).join('\n')).toContain('not anchored in the night of 2026-10-21T23:05:00.000Z')
    const [first] = all
    const stale = all.map((anchor) => ({ ...anchor, seq: first?.seq ?? 0, hash: first?.hash ?? '' }))
    expect((await anchored(stale)).join('\n')).toMatch(/anchored in the night of 2026-10-20T23:05:00\.000Z without \d+ rows/)
  })
})
