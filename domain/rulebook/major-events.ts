/** A shape of its own, since the schema takes its default from here. */
type MajorEvent = {
  readonly id: string
  readonly label: string
  readonly from: string
  readonly to: string
  readonly hours: 'all-day' | 'after-sunset'
  readonly eveningBefore: boolean
  readonly uncertain: boolean
  readonly weight: 'avoid' | 'mention'
}

type Traits = Partial<Pick<MajorEvent, 'hours' | 'eveningBefore' | 'uncertain' | 'weight'>>

const avoid: Traits = {}
const eve: Traits = { eveningBefore: true }
const moon: Traits = { eveningBefore: true, uncertain: true }
const mention: Traits = { weight: 'mention' }

/** Each with its days in the municipal years 2026/27 and 2027/28; an interval is written with "/". */
const calendar: readonly (readonly [id: string, label: string, traits: Traits, ...days: readonly string[]])[] = [
  // Jewish: the Hebrew calendar, fixed by rule. Two days outside Israel.
  ['shavuot', 'Shavuot', eve, '2026-05-22/2026-05-23', '2027-06-11/2027-06-12'],
  ['rosh-hashanah', 'Rosh Hashanah', eve, '2026-09-12/2026-09-13', '2027-10-02/2027-10-03'],
  ['yom-kippur', 'Yom Kippur', eve, '2026-09-21', '2027-10-11'],
  ['sukkot', 'Sukkot, first days', eve, '2026-09-26/2026-09-27', '2027-10-16/2027-10-17'],
  ['simchat-torah', 'Shemini Atzeret and Simchat Torah', eve, '2026-10-03/2026-10-04', '2027-10-23/2027-10-24'],
  // Its eight evenings: the first is that before the first day.
  ['hanukkah', 'Hanukkah', { ...mention, hours: 'after-sunset' }, '2026-12-04/2026-12-11', '2027-12-24/2027-12-31'],
  ['purim', 'Purim', { ...mention, eveningBefore: true }, '2027-03-23', '2028-03-12'],
  ['passover', 'Passover, first days', eve, '2027-04-22/2027-04-23', '2028-04-11/2028-04-12'],
  ['passover-ends', 'Passover, last days', eve, '2027-04-28/2027-04-29', '2028-04-17/2028-04-18'],
  // Muslim: the Umm al-Qura calendar; what is kept follows the moon as it is seen.
  ['eid-al-adha', 'Eid al-Adha', moon, '2026-05-27', '2027-05-16'],
  ['ashura', 'Ashura', { ...moon, ...mention }, '2026-06-25', '2027-06-15'],
  ['mawlid', 'Mawlid al-Nabi', { ...moon, ...mention }, '2026-08-25', '2027-08-14'],
  ['ramadan', 'Ramadan', { hours: 'after-sunset', uncertain: true }, '2027-02-08/2027-03-08', '2028-01-28/2028-02-25'],
  ['eid-al-fitr', 'Eid al-Fitr', moon, '2027-03-09', '2028-02-26'],
  // Hindu, Sikh and Jain: the moon, and for Vaisakhi the Nanakshahi calendar.
  ['navratri', 'Navratri', { ...mention, hours: 'after-sunset', uncertain: true }, '2026-10-11/2026-10-19', '2027-09-30/2027-10-08'],
  ['dussehra', 'Dussehra', { ...mention, uncertain: true }, '2026-10-20', '2027-10-09'],
  ['diwali', 'Diwali and Bandi Chhor Divas', { uncertain: true }, '2026-11-08', '2027-10-29'],
  ['guru-nanak', 'Guru Nanak’s birthday', avoid, '2026-11-24', '2027-11-14'],
  ['holi', 'Holi', { ...mention, uncertain: true }, '2027-03-22', '2028-03-11'],
  ['vaisakhi', 'Vaisakhi', avoid, '2027-04-14', '2028-04-14'],
  // Buddhist.
  ['wesak', 'Wesak', { ...mention, uncertain: true }, '2026-05-31', '2027-05-20'],
  // Christian: Easter by the Gregorian and by the Julian reckoning.
  ['christmas', 'Christmas', eve, '2026-12-25', '2027-12-25'],
  ['orthodox-christmas', 'Orthodox Christmas', mention, '2027-01-07', '2028-01-07'],
  ['ash-wednesday', 'Ash Wednesday', mention, '2027-02-10', '2028-03-01'],
  ['easter', 'Good Friday to Easter Sunday', avoid, '2027-03-26/2027-03-28', '2028-04-14/2028-04-16'],
  ['orthodox-easter', 'Orthodox Good Friday to Easter Sunday', avoid, '2027-04-30/2027-05-02', '2028-04-14/2028-04-16'],
  // New years.
  ['lunar-new-year', 'Lunar New Year', eve, '2027-02-06', '2028-01-26'],
  ['nowruz', 'Nowruz', { ...mention, uncertain: true }, '2027-03-20', '2028-03-20'],
]

/** C14.5: what a council's calendar begins with, by day. A council adds, changes and takes away. */
export const majorEvents: readonly MajorEvent[] = calendar
  .flatMap(([id, label, traits, ...days]) => days.map((on) => dated(id, label, traits, on)))
  .toSorted((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id))

function dated(id: string, label: string, traits: Traits, on: string): MajorEvent {
  const [from = on, to = from] = on.split('/')
  const usual = { hours: 'all-day', eveningBefore: false, uncertain: false, weight: 'avoid' } as const
  return { id: `${id}-${from.slice(0, 4)}`, label, from, to, ...usual, ...traits }
}
