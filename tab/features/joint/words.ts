import type { JointReport } from '../../../api/contracts/joint.ts'
import { partnersWords } from '../../ui/words-of-joint.ts'
import { poundsWords } from '../../ui/words-of-money.ts'
import { counted } from '../../ui/words-of-number.ts'
import { fullDay } from '../../ui/words-of-time.ts'
import { yearWords } from '../../ui/words-of-year.ts'

type Row = JointReport['rows'][number]

/** Every word of the report on what is run with others. */
export const words = {
  title: 'Joint working',
  back: 'Programme',
  byPartner: 'By partner',
  sessions: 'Sessions run with others',
  nothing: 'No session of this year is run with another council or a partner. Officers put that down in a session’s details.',
}

/** "Municipal year 2026-27. 2 sessions with others; they pay £600 of £1,250." */
export function leadWords({ year, rows, total }: JointReport): string {
  const pay = `they pay ${poundsWords(total.sharedPence)}${total.costPence > 0 ? ` of ${poundsWords(total.costPence)}` : ''}`
  return `${yearWords(year)}. ${counted(rows.length, 'session')} with others${rows.length > 0 ? `; ${pay}` : ''}.`
}

export function partnerRows({ total }: JointReport): readonly { readonly term: string; readonly words: string }[] {
  return total.partners.map(({ partner, sessions, pence }) => ({
    term: partner,
    words: `${counted(sessions, 'session')}, ${pence > 0 ? `pays ${poundsWords(pence)}` : 'pays nothing that is put down'}`,
  }))
}

export function rowWords({ with: partners, words: said, costPence }: Row): string {
  return [
    partners.length > 0 ? `With ${partnersWords(partners)}.` : '',
    said ?? '',
    costPence === undefined ? 'No cost is put down.' : `It costs ${poundsWords(costPence)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** One row for each partner of each session. Sums in pounds. */
export function jointTable({ rows }: JointReport): readonly (readonly (string | number)[])[] {
  const heads = ['Session', 'Kind', 'When', 'Partner', 'They pay (£)', 'It costs (£)', 'Besides']
  const lines = rows.flatMap(({ title, kindLabel, startsAt, with: partners, words: said = '', costPence }) => {
    const each = partners.length > 0 ? partners : [{ partner: '' }]
    return each.map(({ partner, ...share }) => {
      const pence = 'pence' in share ? share.pence : undefined
      return [title, kindLabel, fullDay(startsAt), partner, inPounds(pence), inPounds(costPence), said]
    })
  })
  return [heads, ...lines]
}

function inPounds(pence: number | undefined): number | string {
  return pence === undefined ? '' : pence / 100
}
