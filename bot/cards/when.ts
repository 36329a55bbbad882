import { londonDay } from '../../domain/kernel/london.ts'
import { instant } from '../../domain/kernel/time.ts'
import { dayInWords, timeInWords } from '../../domain/kernel/words-of-time.ts'

// A card may be read days after it was written, so every date in it stands by itself: no "tomorrow", no "in two hours".

/** "6:30pm", "10am", "midday". */
export function timeWords(iso: string): string {
  return timeInWords(instant(iso), 'midday')
}

/** "Thursday 15 October". */
export function dayWords(iso: string): string {
  return dayInWords(londonDay(instant(iso)))
}

/** "Thursday". */
export function weekdayWords(iso: string): string {
  return dayWords(iso).split(' ')[0] ?? ''
}

/** "Thursday 15 October, 10am". */
export function dayAndTimeWords(iso: string): string {
  return `${dayWords(iso)}, ${timeWords(iso)}`
}

/** "noon on Thursday 15 October", "2:21pm on Tuesday 13 October". */
export function momentWords(iso: string): string {
  return `${timeInWords(instant(iso))} on ${dayWords(iso)}`
}

/** "1 text", "5 texts". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`
}
