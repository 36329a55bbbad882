import { expect, test } from 'vitest'
import { cameBackWords, cannotWords, leadWords, shareWords } from './words.ts'

const share = { at: '2026-10-12T08:00:00Z', by: 'Officer 901', sent: [] }

test('C4.18 what cannot be shared any more says how often it was, and what is cancelled who tells of it', () => {
  const shares = Array.from({ length: 30 }, () => share)
  expect(cannotWords({ kind: 'too-often' }, { shares })).toBe('This event has been shared 30 times, which is the most allowed.')
  expect(cannotWords({ kind: 'cancelled' }, { shares: [] })).toBe(
    'This session is cancelled. Quorate tells the partners who were told of it.',
  )
})

test('C4.18 what came back is told with the address, and who can put it right', () => {
  const [first, second] = ['events@farrowlyle.example', 'training@riverhealth.example']
  const sent = [
    { address: first, state: 'sent', about: 'event' } as const,
    { address: second, state: 'came-back', about: 'event' } as const,
  ]
  expect(shareWords({ ...share, sent }, share.at)[0]).toMatch(/: 1 email sent, 1 came back\.$/)
  expect(cameBackWords({ ...share, sent })).toMatch(/^It came back from training@riverhealth\.example and told nobody anything\./)
  expect(cameBackWords({ ...share, sent: sent.slice(0, 1) })).toBeUndefined()
})

test.each([
  [1, 'the only address'],
  [2, 'both addresses'],
  [3, 'all 3 addresses'],
])('C4.18 to whom it goes is said of %i', (many, said) => {
  const to = Array.from({ length: many }, (_, number) => ({ name: `Partner ${number}`, address: `p${number}@partner.example` }))
  const sharing = { sessionId: 's1', title: 'T', startsAt: share.at, endsAt: share.at, seen: 's', number: 1, shares: [], now: share.at }
  const email = { to, subject: 'T', heading: 'T', lead: 'T', panel: [], more: [] }
  expect(leadWords({ ...sharing, partners: to, emails: [email] })).toContain(`It goes to ${said} on the council’s list`)
})
