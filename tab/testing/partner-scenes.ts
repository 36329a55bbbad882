import { partnerSharing, type PartnerSharing } from '../../api/contracts/partners.ts'
import { now } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const partners = [
  { name: 'Farrow and Lyle', address: 'events@farrowlyle.example' },
  { name: 'River Health', address: 'training@riverhealth.example' },
]

const sharing: PartnerSharing = {
  sessionId: 's-planning',
  title: 'Planning: making sound decisions',
  startsAt: '2026-10-15T09:00:00Z',
  endsAt: '2026-10-15T11:30:00Z',
  partners,
  emails: [
    {
      to: partners,
      subject: 'For you to pass on: Planning: making sound decisions, Thursday 15 October',
      heading: 'Planning: making sound decisions',
      lead: 'Thamesbrook is holding this event, and there may be people with you whom it suits. Please pass it on.',
      panel: ['Thursday 15 October 2026, 10am to 12:30pm', 'Committee Room 1'],
      more: [
        'What it is for: To decide an application on planning grounds alone.\nTo give reasons that stand up on appeal.',
        'To book, ring Priya Shah, Member support, on 020 7946 0142.',
      ],
    },
  ],
  seen: 'seen-1',
  number: 1,
  shares: [],
  now,
}

const after: PartnerSharing = {
  ...sharing,
  emails: [],
  cannot: { kind: 'nothing-changed' },
  number: 2,
  shares: [
    {
      at: now,
      by: 'Hannah Brightwell',
      sent: [
        { address: 'events@farrowlyle.example', state: 'sent', about: 'event' },
        { address: 'training@riverhealth.example', state: 'not-sent', about: 'event' },
      ],
    },
  ],
}

/** It told nobody anything, so it can be sent again. */
const cameBack: PartnerSharing = {
  ...sharing,
  number: 2,
  shares: after.shares.map((share) => ({ ...share, sent: share.sent.map((each) => ({ ...each, state: 'came-back' as const })) })),
}

/** In the scene `officer-names` the words name a Member; in `officer-came-back` nothing could be delivered; in `officer-stale` somebody else was faster, which the page hears when it is read again. */
export function sharingIn(scene: Scene, { method, body }: Asked): Given {
  if (scene.name === 'officer-names') {
    return ok(partnerSharing, { ...sharing, cannot: { kind: 'names-a-member', names: ['Cllr Maureen Tadworth'] } })
  }
  if (scene.name === 'officer-came-back') return ok(partnerSharing, cameBack)
  if (scene.name === 'officer-stale') return overtaken(scene, method, body)
  if (method !== 'POST') return ok(partnerSharing, scene.answers.has('shared') ? after : sharing)
  scene.answers.set('shared', JSON.stringify(body))
  return ok(partnerSharing, after, 201)
}

function overtaken(scene: Scene, method: string, body: Asked['body']): Given {
  if (method === 'POST') {
    scene.answers.set('refused', JSON.stringify(body))
    return problem(412, 'Something has changed since you read this', 'Nothing has been sent. Read it again, then share it.')
  }
  const emails = sharing.emails.map((email) => ({ ...email, heading: 'Planning: another title' }))
  const isAnew = scene.answers.has('read')
  scene.answers.set('read', 'once')
  return ok(partnerSharing, isAnew ? { ...sharing, emails, number: 2, seen: 'seen-2' } : sharing)
}
