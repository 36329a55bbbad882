import { audienceWords, countsAsWords } from '../../../domain/rulebook/words-of-values.ts'
import type { List } from './entry.ts'
import { address, choice, kindOfSession, lines, number, people, text, tick } from './entry-fields.ts'

const eachOnALine = 'One on each line.'

/** What sessions are, who answers and who is told when too few do. */
export const listsOfSessions: readonly List[] = [
  {
    path: 'recognition.categories',
    one: 'a category',
    hint: 'The categories of Outlook by which an appointment is known to be a session.',
    fields: [text('name', 'Category, as it is called in Outlook'), kindOfSession('kind', 'Kind of session')],
    begin: ({ recognition }) => ({ name: '', kind: recognition.sharedMailboxKind }),
    record: { key: 'name', value: 'kind' },
  },
  {
    path: 'recognition.sharedMailboxes',
    one: 'a shared mailbox',
    hint: 'Whatever stands in the calendar of one of these is a session.',
    fields: [address('', 'Address of the mailbox')],
    begin: () => '',
  },
  {
    path: 'kinds',
    one: 'a kind of session',
    fields: [
      text('label', 'What it is called', { atMost: 60 }),
      choice('countsAs', 'What it counts as', countsAsWords),
      choice('audience', 'Whom it is for', audienceWords),
      tick('audienceFixed', 'Nobody may narrow whom it is for'),
      tick('dayAndEvening', 'It is wanted once by day and once in the evening'),
      kindOfSession('whenHybrid', 'Kind when people may join online', { none: 'The same kind' }),
      kindOfSession('whenOnline', 'Kind when it is held online', { none: 'The same kind' }),
    ],
    begin: () => ({ label: '', countsAs: 'training', audience: 'all-members', audienceFixed: false, dayAndEvening: false }),
    ordered: true,
    hasIds: true,
  },
  {
    path: 'members.alsoMembers',
    ...people,
    hint: 'People who are no Members and are treated as such, an independent person for instance.',
  },
  {
    path: 'partners.organisations',
    one: 'a partner organisation',
    hint: 'What officers share with partners goes to the addresses that are named here, and to nobody else.',
    fields: [
      text('name', 'Name'),
      lines(
        'domains',
        'Ends of its email addresses',
        `${eachOnALine} For instance “ageuk.org.uk”. Whoever writes from there is a partner.`,
      ),
      lines('contacts', 'Addresses that are told', `${eachOnALine} They get what officers share with partners.`),
    ],
    begin: () => ({ name: '', domains: [], contacts: [] }),
  },
  {
    path: 'partners.domains',
    one: 'an address or its end',
    hint: 'Whoever writes from one of these is a partner and no Member.',
    fields: [text('', 'Address, or the end of one', { hint: 'For instance “police.uk”.' })],
    begin: () => '',
  },
  {
    path: 'minimum.byKind',
    one: 'a kind with its own number',
    hint: 'Where it is 0, a session of the kind is never put to officers.',
    fields: [kindOfSession('kind', 'Kind of session', { isOnce: true }), number('members', 'Fewest Members')],
    begin: ({ kinds, minimum }) => {
      const kind = kinds.find(({ id }) => !Object.hasOwn(minimum.byKind, id))?.id
      return kind === undefined ? undefined : { kind, members: minimum.members }
    },
    record: { key: 'kind', value: 'members' },
  },
  {
    path: 'minimum.escalateTo',
    ...people,
    noun: 'people told when nobody has decided',
    hint: 'While there is none, every officer is told.',
  },
  {
    path: 'minimum.factors',
    one: 'a factor',
    hint: 'What officers may say that they weighed, besides what the page shows them.',
    fields: [text('label', 'What it is called')],
    begin: () => ({ label: '' }),
    ordered: true,
    hasIds: true,
  },
  {
    path: 'cancellation.reasons',
    one: 'a reason',
    fields: [
      text('label', 'What it is called'),
      choice('basis', 'What it stands for', { unexpected: 'something unexpected', 'lack-of-interest': 'lack of interest' }),
      tick('needsWords', 'Officers are to say it in their own words'),
    ],
    begin: () => ({ label: '', basis: 'unexpected', needsWords: false }),
    ordered: true,
    hasIds: true,
  },
]
