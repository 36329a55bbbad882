import type { DecisionCase } from '../../../api/contracts/decisions.ts'
import { costsWords, poundsWords } from '../../ui/words-of-money.ts'
import { deadlineWords } from '../../ui/words-of-needs.ts'
import { capitalised, counted, listed, numberWord } from '../../ui/words-of-number.ts'
import { whereWords } from '../../ui/words-of-programme.ts'
import { byWords, dayAndMonth, dayWords, isBeforeInstant, shortDay, spellOf, timeWords } from '../../ui/words-of-time.ts'

type Run = DecisionCase['row']['otherRuns'][number]
type Need = DecisionCase['needs'][number]

export type Fact = { readonly icon: 'people' | 'clock' | 'split' | 'training' | 'money'; readonly bold: string; readonly rest: string }

/**
 * What speaks for running it, each fact starting with its claim: for whom it is mandatory, the money lost already, the notice, who would
 * have to be told. No recommendation.
 *
 * Clauses: C3.4, C3.5, C3.6, C3.8.
 */
export function factsFor(view: DecisionCase): readonly Fact[] {
  const { row, notice, now, money } = view
  const { accepted } = row.counts
  const facts: Fact[] = [...needFacts(view)]
  if (money && (money.ifCancelled > 0 || money.next || money.unknown > 0)) facts.push(owedFact(money, now))
  if (notice.shortNotice) {
    facts.push({
      icon: 'clock',
      bold: 'It is short notice.',
      rest: ` It starts in ${spellOf(now, row.startsAt)}; the council asks for ${counted(notice.workingDays, 'working day')}.`,
    })
  }
  if (row.otherRuns.length === 0) facts.push({ icon: 'split', bold: 'There is no other run', rest: ' to offer them.' })
  if (accepted > 0) {
    facts.push({
      icon: 'people',
      bold: `${capitalised(numberWord(accepted))} ${accepted === 1 ? 'has' : 'have'} said yes`,
      rest: ' and would have to be told.',
    })
  }
  return facts
}

/** C3.6: rule by rule, who of those coming must have it, by when, and whether anything else would do. */
function needFacts({ needs, row, now }: DecisionCase): readonly Fact[] {
  const rules = [...Map.groupBy(needs, ({ rule, deadline }) => `${rule} ${JSON.stringify(deadline)}`).values()]
  return rules.flatMap((own): Fact[] => {
    const [first] = own
    if (!first) return []
    return [
      {
        icon: 'training',
        bold: `Mandatory for ${own.length} of the ${row.counts.accepted}${deadlineWords(first.deadline, now, ', ')}`,
        rest: `: ${namesIn(own)} (${first.rule}). ${insteadWords(own, now)}`.trimEnd(),
      },
    ]
  })
}

/** Each of them: whoever is left out of what is weighed is not weighed. */
function namesIn(needs: readonly Need[]): string {
  return listed(
    needs.map(({ name }) => name),
    needs.length,
  )
}

function insteadWords(needs: readonly Need[], now: string): string {
  const without = needs.filter(({ otherwise }) => !otherwise)
  const declined = without.filter((need) => need.declined)
  const dates = nextDates(needs, now)
  const [only] = dates
  if (without.length === 0) {
    if (dates.length === 1 && only) return `The next session that would meet it is on ${only.on}.`
    return dates.map(({ on, own }) => `For ${namesIn(own)} the next session that would meet it is on ${on}.`).join(' ')
  }
  const others = dates.map(({ on, own }) => `For ${namesIn(own)} the next that would is on ${on}.`).join(' ')
  if (declined.length > 0) {
    return `${namesIn(declined)} ${declined.length === 1 ? 'has' : 'have'} declined the other run, so nothing else would meet it in time. ${others}`
  }
  if (without.length === needs.length) return 'Nothing else would meet it in time.'
  return `For ${namesIn(without)} nothing else would meet it in time. ${others}`
}

/** The days of the next sessions that would do, each with those for whom it is: nobody is said to have a date that is another's. */
function nextDates(needs: readonly Need[], now: string): readonly { readonly on: string; readonly own: readonly Need[] }[] {
  const having = needs.flatMap((need) => (need.otherwise ? [{ need, on: dayWords(need.otherwise.startsAt, now) }] : []))
  return [...Map.groupBy(having, ({ on }) => on)].map(([on, own]) => ({ on, own: own.map(({ need }) => need) }))
}

function owedFact({ ifCancelled, next, unknown }: NonNullable<DecisionCase['money']>, now: string): Fact {
  if (ifCancelled === 0 && unknown > 0) {
    const later = next ? ` ${poundsWords(next.ifCancelled)} is payable from ${byWords(next.at, now)}.` : ''
    return {
      icon: 'money',
      bold: 'Nobody knows what is payable if it is cancelled now',
      rest: `: for ${poundsWords(unknown)} no terms are known.${later}`,
    }
  }
  const bold =
    ifCancelled > 0 ? `${poundsWords(ifCancelled)} is payable even if it is cancelled now` : 'Nothing is payable if it is cancelled now'
  const later = next ? `, and ${poundsWords(next.ifCancelled)} from ${byWords(next.at, now)}.` : '.'
  return { icon: 'money', bold, rest: unknown > 0 ? `${later} Nobody knows what of ${poundsWords(unknown)} is.` : later }
}

/** What speaks against: the count and how it changed, the cost, the other run and what these very people answered to it, the time left. */
export function factsAgainst(view: DecisionCase): readonly Fact[] {
  const { row, notice, now, money } = view
  const { accepted } = row.counts
  const facts: Fact[] = []
  const short = row.uptake.minimum - accepted
  if (short > 0) facts.push({ icon: 'people', bold: `${accepted} accepted`, rest: `: ${short} short. ${changedWords(view)}`.trimEnd() })
  if (money) {
    const each = accepted > 0 ? ` That is ${poundsWords(Math.round(money.ifRun / accepted / 100) * 100)} for each person coming.` : ''
    facts.push({ icon: 'money', bold: `It costs ${poundsWords(money.ifRun)} to run`, rest: `: ${costsWords(money)}.${each}` })
  }
  for (const run of row.otherRuns) facts.push(runFact(run, view))
  if (!notice.shortNotice && isBeforeInstant(now, notice.shortNoticeFrom)) {
    facts.push({
      icon: 'clock',
      bold: 'There is time to tell people',
      rest: `: short notice begins at ${byWords(notice.shortNoticeFrom, now)}.`,
    })
  }
  return facts
}

function runFact(run: Run, { runs, now }: DecisionCase): Fact {
  const weighed = runs.find(({ sessionId }) => sessionId === run.sessionId)
  const when = `: ${runWhen(run, now)}`
  if (!weighed) return { icon: 'split', bold: `${otherRunName(run)} has ${run.accepted} accepted`, rest: `${when}.` }
  const bold =
    weighed.free === undefined
      ? `${otherRunName(run)} has ${run.accepted} accepted`
      : `${otherRunName(run)} has ${counted(weighed.free, 'place')} free`
  const accepted = weighed.free === undefined ? '' : `, ${run.accepted} accepted`
  return { icon: 'split', bold, rest: `${when}${accepted}. ${theirsWords(weighed)}`.trimEnd() }
}

/** "Of the 6 accepted or tentative here, 1 has accepted it, 1 is tentative, 2 have declined, 2 have not answered." */
function theirsWords({ theirs, notInvited }: DecisionCase['runs'][number]): string {
  const { accepted, tentative, declined, none } = theirs
  const all = accepted + tentative + declined + none + notInvited
  if (all === 0) return ''
  const have = (many: number) => (many === 1 ? 'has' : 'have')
  const are = (many: number) => (many === 1 ? 'is' : 'are')
  const parts = [
    accepted > 0 && `${accepted} ${have(accepted)} accepted it`,
    tentative > 0 && `${tentative} ${are(tentative)} tentative`,
    declined > 0 && `${declined} ${have(declined)} declined`,
    none > 0 && `${none} ${have(none)} not answered`,
    notInvited > 0 && `${notInvited} ${are(notInvited)} not invited to it`,
  ].filter((part) => part !== false)
  return `Of the ${all} accepted or tentative here, ${parts.join(', ')}.`
}

/** "It was 6 at the review on 8 October; two fewer since." */
function changedWords({ atReview, row }: DecisionCase): string {
  if (!atReview || atReview.accepted === row.counts.accepted) return ''
  const change = atReview.accepted - row.counts.accepted
  const moved = numberWord(Math.abs(change))
  const since = change > 0 ? `${moved} fewer since` : `${moved} more since`
  return `It was ${atReview.accepted} at the review on ${dayAndMonth(atReview.at, 'long')}; ${since}.`
}

/** "12 Oct, 4:41pm: Cllr Adeyinka declined. 4 coming": one line of how the count came to be what it is. */
export function changeLine({ at, name, to, accepted }: DecisionCase['changes'][number], now: string): string {
  const said = { accepted: 'accepted', tentative: 'went to tentative', declined: 'declined', none: 'took the answer back' }[to]
  return `${shortDay(at, now)}, ${timeWords(at)}: ${name} ${said}. ${accepted} coming.`
}

export function otherRunName(run: Run): string {
  return run.partOfDay === 'evening' ? 'The evening run' : 'The day run'
}

export function runWhen(run: Run, now: string): string {
  const where = whereWords(run)
  return `${dayWords(run.startsAt, now)}, ${timeWords(run.startsAt, 'midday')}${where ? `, ${where}` : ''}`
}
