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
  'in-person': 'attended',
  online: 'attended online',
  apologies: 'having sent apologies',
  absent: 'absent',
}

/** "You were recorded as attended by Hannah Brightwell at 6:01pm.", and what to do when it is wrong. */
export function recordedWords({ organiser, now }: MySessionPage, { recorded, walkIn, at, by }: Attendance): string {
  const who = by ? `by ${by} ` : 'when you checked in '
  const walked = walkIn ? ' You had not accepted, and it counts all the same.' : ''
  return `You were recorded as ${said[recorded]} ${who}at ${asAtWords(at, now)}.${walked} If that is wrong, tell ${organiser.name}.`
}

export function recordedIcon({ recorded }: Attendance): 'done' | 'info' {
  return recorded === 'in-person' || recorded === 'online' ? 'done' : 'info'
}

/** The field shows on the day, so that whoever is early knows what is to come. */
export function mayCheckIn({ checkIn, now, session }: MySessionPage): boolean {
  if (!checkIn || session.delivery === 'online' || !isBeforeInstant(now, checkIn.until)) return false
  return comingDay(session.startsAt, now) === 'today'
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
