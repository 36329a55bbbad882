import { londonDay } from '../../domain/kernel/london.ts'
import { ok, refused, type Result } from '../../domain/kernel/result.ts'
import { isInOffice, type Member } from '../../domain/members/member.ts'
import type { ImportReport } from '../contracts/register.ts'
import type { Actor } from '../ports/audit.ts'
import type { Directory, DirectoryPerson } from '../ports/calendar.ts'
import type { Council } from '../ports/council.ts'
import type { RegisterDocument, RegisterRefusal, RegisterSource } from '../ports/register-source.ts'
import { Unavailable } from '../ports/unavailable.ts'
import { readCalendarsAnew } from './change-mailbox.ts'
import { lookAgainFor, lookAgainWhereNarrowed } from './look-again.ts'
import { rollAfter, type Matched, type RollChange } from './roll-after.ts'

export type ImportRefusal =
  | RegisterRefusal
  /** No address is set and no document was given. */
  | { readonly kind: 'no-register' }
  /** More than half would leave at once: an election does that, and so does the wrong document. An officer says which. */
  | { readonly kind: 'too-many-leave'; readonly leaving: number; readonly inOffice: number }

export type ImportOrder = { readonly by: Actor; readonly xml?: string; readonly confirmed?: boolean }

type Importing = Pick<Council, 'profile' | 'clock' | 'rulebook' | 'members' | 'mailboxes' | 'sessions'>

const attempts = 6
const atOnce = 5

/**
 * Brings the roll up to the register of Members, as published or as given, and says what was doubtful.
 *
 * The one thing an officer presses that waits for services outside: nothing is written before all of it could be read, and
 * importing the same register again changes nothing. Throws `Unavailable` when the register or the directory cannot be reached.
 *
 * Clauses: C1.2, C2.4.
 */
export async function importRegister(
  council: Importing,
  sources: { readonly register: RegisterSource; readonly directory: Directory },
  order: ImportOrder,
  signal: AbortSignal,
): Promise<Result<ImportReport, ImportRefusal>> {
  const { profile, clock, rulebook, members } = council
  const source = order.xml === undefined ? profile.registerUrl : 'a document given by hand'
  if (source === undefined) return refused({ kind: 'no-register' })
  const on = londonDay(clock.now())
  const published = order.xml ?? (await sources.register.fetch(source, signal))
  if (typeof published !== 'string') return refused(published)
  const read = sources.register.read(published, on)
  if (!read.ok) return read

  const matched = await withAccounts(read.value, sources.directory, signal)
  const others = await accountsOf(rulebook.members.alsoMembers, sources.directory, signal)
  const roll = await members.all()
  const change = rollAfter(roll, { council: profile.id, matched, vacant: read.value.vacant, rulebook, others }, on)
  const inOffice = roll.filter((member) => isInOffice(member, on)).length
  const many = change.left.length * 2 > inOffice
  if (many && !order.confirmed) return refused({ kind: 'too-many-leave', leaving: change.left.length, inOffice })

  const report: ImportReport = {
    at: String(clock.now()),
    source,
    read: read.value.entries.length,
    added: change.added.length,
    changed: change.changed.length,
    left: change.left.length,
    doubtful: [...change.doubtful],
  }
  await apply(council, change, report, order.by)
  return ok(report)
}

/**
 * Writes the roll, then has every calendar read anew. Broken off in between, nothing would differ the next time and nobody would read
 * them: so the report says first that it is unfinished, and the next import finishes it.
 *
 * Who has left is written first: one who left and came back under another number has one account, and it must lead to who is in office.
 */
async function apply(council: Importing, change: RollChange, report: ImportReport, by: Actor): Promise<void> {
  const { members } = council
  const written = [...change.left, ...change.changed, ...change.added]
  const before = await members.lastImport()
  const isAnew = written.length > 0 || before === undefined || before.unfinished
  const hadRoll = before !== undefined && (!before.unfinished || before.rollWritten === true)
  if (written.length > 0) await members.noteImport({ ...report, unfinished: true, ...(hadRoll ? { rollWritten: true } : {}) }, by)
  for (const member of written) await write(council, member, by)
  if (isAnew) await members.noteImport({ ...report, unfinished: true, rollWritten: true }, by)
  if (isAnew) await readCalendarsAnew(council)
  await lookAgainFor(
    council,
    change.changed.map(({ id }) => id),
  )
  if (isAnew) await lookAgainWhereNarrowed(council)
  await members.noteImport(report, by)
}

/** Each person's account, found by the address that the register gives and by nothing else: two people may have one name. */
async function withAccounts({ entries }: RegisterDocument, directory: Directory, signal: AbortSignal): Promise<readonly Matched[]> {
  const people = await accountsOf(
    entries.flatMap(({ address }) => address ?? []),
    directory,
    signal,
  )
  return entries.map((entry) => ({ entry, person: people.get(entry.address ?? '') }))
}

async function accountsOf(
  addresses: readonly string[],
  directory: Directory,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, DirectoryPerson>> {
  const people = new Map<string, DirectoryPerson>()
  for (let from = 0; from < addresses.length; from += atOnce) {
    const some = addresses.slice(from, from + atOnce)
    const found = await Promise.all(some.map(async (address) => ({ address, person: await directory.personBy(address, signal) })))
    for (const { address, person } of found) if (person) people.set(address, person)
  }
  return people
}

/** What a Member chose meanwhile is kept: preferences, and a number put right by hand, are read again with every try. */
async function write({ members }: Pick<Council, 'members'>, member: Member, by: Actor): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await members.find(member.id)
    const written = await members.save(found ? kept(found.value, member) : member, found ?? 'new', by)
    if (written === 'saved') return
  }
  throw new Unavailable('storage', 'a Member is being changed by others all the time')
}

function kept(stored: Member, member: Member): Member {
  const number = stored.mobileSetBy ? { mobile: stored.mobile, mobileSetBy: stored.mobileSetBy } : {}
  return { ...member, texts: stored.texts, ...number }
}
