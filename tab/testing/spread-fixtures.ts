import type { SpreadFigures, SpreadReport } from '../../api/contracts/spread.ts'
import { now } from './people.ts'

const none: SpreadFigures = { sessions: 0, day: 0, evening: 0, online: 0, hybrid: 0 }
const of = (day: number, evening: number, online = 0, hybrid = 0): SpreadFigures => ({
  sessions: day + evening,
  day,
  evening,
  online,
  hybrid,
})

const months = ['05', '06', '07', '08', '09', '10', '11', '12', '01', '02', '03', '04']
const busy: Readonly<Record<string, SpreadFigures>> = {
  '05': of(3, 1),
  '06': of(2, 1, 1),
  '09': of(1, 2, 1, 1),
  '10': of(3, 2, 1, 1),
  '11': of(1, 2, 1),
  '01': of(1, 1, 0, 1),
}

export const spread: SpreadReport = {
  year: { kind: 'municipal', from: '2026-05-01', to: '2027-05-01' },
  eveningFrom: '17:00',
  total: of(11, 9, 4, 3),
  weekdays: [of(2, 1), of(3, 4, 2, 1), of(1, 1), of(4, 3, 2, 2), none, of(1, 0)].map((each, index) => ({ ...each, weekday: index + 1 })),
  hours: [
    ...[of(4, 0, 1, 1), none, of(1, 0), none, of(5, 0, 1, 1), none, none, none, of(0, 6, 2, 1), of(0, 3)].map((each, index) => ({
      ...each,
      hour: index + 10,
    })),
    of(1, 0),
  ],
  months: months.map((month) => ({ ...(busy[month] ?? none), month: `${month < '05' ? 2027 : 2026}-${month}` })),
  left: { cancelled: 2, postponed: 1, ownTime: 0 },
  now,
}

export const noSpread: SpreadReport = {
  ...spread,
  total: none,
  weekdays: spread.weekdays.slice(0, 5).map(({ weekday }) => ({ ...none, weekday })),
  hours: [],
  months: spread.months.map(({ month }) => ({ ...none, month })),
  left: { cancelled: 0, postponed: 0, ownTime: 0 },
}
