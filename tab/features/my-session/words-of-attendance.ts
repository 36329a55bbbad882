import type { MySession, MySessionPage } from '../../../api/contracts/my-training.ts'
import { asAtWords, comingDay, dayWords, isBeforeInstant, timeWords } from '../../ui/words-of-time.ts'

type Attendance = NonNullable<MySessionPage['attendance']>
type Run = MySession['otherRuns'][number]

export const words = {
  checkIn: 'Check in',
  release: 'Release my place',
  otherPlace: 'Your place at the other date',
}

const said: Record<Attendance['recorded'], string> = {
  'in-person': 'you attended',
  online: 'you attended online',
  apologies: 'you sent apologies',
  absent: 'you were absent',
}

/** "Hannah Brightwell recorded at 6:01pm that you attended.", and what to do when it is wrong. */
export function recordedWords({ organiser, now }: MySessionPage, { recorded, walkIn, at, by }: Attendance): string {
  const when = asAtWords(at, now)
  const told = by
    ? `${by} recorded at ${when} that ${said[recorded]}.`
    : `You checked in at ${when}, and it is recorded that ${said[recorded]}.`
  const walked = walkIn ? ' You had not accepted, and it counts all the same.' : ''
  return `${told}${walked} If that is wrong, tell ${organiser.name}.`
}

/** Whoever is recorded as away and comes after all checks in as anybody does: only who is there already has no need to. */
export function isThere({ attendance }: Pick<MySessionPage, 'attendance'>): boolean {
  return attendance?.recorded === 'in-person' || attendance?.recorded === 'online'
}

/** The field shows on the day, so that whoever is early knows what is to come, and whoever is late finds it too. */
export function mayCheckIn({ checkIn, now, session, attendance }: MySessionPage): boolean {
  if (!checkIn || isThere({ attendance }) || !isBeforeInstant(now, checkIn.until)) return false
  return !isBeforeInstant(now, session.startsAt) || comingDay(session.startsAt, now) === 'today'
}

export function checkInOpensWords({ checkIn, now }: MySessionPage): string | undefined {
  if (!checkIn || !isBeforeInstant(now, checkIn.from)) return undefined
  return `From ${timeWords(checkIn.from)} you can check in here with the code on the screen in the room.`
}

export function releaseThis({ startsAt }: NonNullable<MySessionPage['attendedRun']>, now: string): string {
  return `You went to this on ${dayWords(startsAt, now)}, so you need not come again. You can give your place to somebody else: that declines this date in Outlook.`
}

export function releaseOther({ startsAt }: Run, now: string): string {
  return `You are also invited on ${dayWords(startsAt, now)} at ${timeWords(startsAt, 'midday')}. You have been to this now and need not come again: you can give that place to somebody else.`
}

export function releaseName({ startsAt }: Run, now: string): string {
  return `${words.release}: ${dayWords(startsAt, now)}`
}
