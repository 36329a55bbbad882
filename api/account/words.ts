import type { Fault, Verdict } from './verify.ts'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** What an auditor reads. */
export const auditWords = {
  usage: 'Say which council: npm run audit:verify -- COUNCIL [--from 2026-05] [--to 2027-04] [--keep DIR]',
  noCouncil: (council: string): string => `There is no council called ${council} in this storage.`,
  anchorsUnreadable: (council: string): string =>
    `The anchors of ${council} cannot be read: somebody has added something to them that is none. What can be read was not believed either.`,
  sound(council: string, verdict: Extract<Verdict, { kind: 'sound' }>): string {
    const { rows, months: count, anchors, last } = verdict
    const compared =
      anchors === 0
        ? 'No row of it has been anchored yet, so a chain cut short would not show.'
        : `${many(anchors, 'anchor')} agree${anchors === 1 ? 's' : ''} with it.`
    return `${council}: the audit chain is sound. ${many(rows, 'row')} in ${many(count, 'month')}, the last number ${last.seq} of ${last.at}. ${compared}`
  },
  nothingToVerify: (council: string, { because }: Extract<Verdict, { kind: 'nothing-to-verify' }>): string =>
    because === 'empty'
      ? `${council}: the audit chain is empty. There was nothing to verify.`
      : `${council}: the audit chain has no row in those months. There was nothing to verify.`,
  broken: (council: string, fault: Fault): string =>
    `${council}: the audit chain is broken at row ${fault.seq}${where(fault)}. ${reason(fault)}`,
}

function where(fault: Fault): string {
  return 'month' in fault ? ` (${monthInWords(fault.month)})` : ''
}

function reason(fault: Fault): string {
  switch (fault.kind) {
    case 'unreadable-row':
      return 'It is not written as a row of the chain is: something in it was taken away, added or changed.'
    case 'altered-row':
      return 'Something in it was changed: its hash is not that of what it says.'
    case 'out-of-place':
      return `What stands there says that it is row ${fault.says}.`
    case 'missing-row':
      return 'It is missing.'
    case 'stranger':
      return `A row that the chain did not write stands among its rows, under the key ${fault.key}.`
    case 'not-following':
      return 'It does not follow from the row before: it, or the one before, is not the one that was written.'
    case 'told-twice':
      return `It tells again what row ${fault.first} tells.`
    case 'another-council':
      return 'It is a row of another council.'
    case 'after-the-head':
      return 'It stands after the row that the head of the chain says is the last: it was put in, or the head was put back.'
    case 'not-as-anchored':
      return (
        `It is not the row that was anchored at ${fault.anchor.at}. What stands in rows ${fault.since} to ${fault.seq} was written anew; ` +
        (fault.since > 1 ? `rows up to ${fault.since - 1} are as they were anchored.` : 'nothing before it was anchored.')
      )
    case 'cut-off':
      return `The chain ends before it, but row ${fault.anchor.seq} was anchored at ${fault.anchor.at}: the rows from here on were taken away.`
    case 'bad-head':
      return 'The rows before it stand, but the head of that month was changed.'
    case 'missing-head':
      return 'The rows before it stand, but that month, or its head, was taken away.'
    default:
      return 'What says where the chain begins was changed.'
  }
}

function many(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

function monthInWords(month: string): string {
  return `${months[Number(month.slice(4)) - 1] ?? month} ${month.slice(0, 4)}`
}
