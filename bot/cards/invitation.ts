import type { CardMessage } from '../../api/ports/senders.ts'
import type { InvitationFacts } from '../../api/use-cases/invitation-facts.ts'
import type { PersonId } from '../../domain/kernel/ids.ts'
import type { Answer } from '../../domain/sessions/response.ts'
import { button, card, heading, inset, link, paragraph, small, strong } from './elements.ts'
import { invitationWords as say } from './invitation-words.ts'
import { tabLink } from './links.ts'

/**
 * An invitation as one Member stands to it now: the question, her answer, or that it is postponed or over. Three equal answers, no nudging
 * by colour.
 *
 * Clauses: C2.1, C2.3, C3.4. `asking` puts the question again to one who has answered and wants to change it.
 */
export function nudgeCard(facts: InvitationFacts, view: View): CardMessage {
  if (facts.session.standing === 'cancelled') return overCard(facts)
  if (facts.session.uptake.stage === 'postponed') return postponedCard(facts, view)
  if (facts.past) return overCard(facts)
  const given = answerOf(facts)
  return given && !view.asking ? answeredCard(facts, given, refreshOf(facts, view)) : askingCard(facts, view)
}

export type View = {
  /** Whose card it is: it is brought up to date by itself when seen. */
  readonly userId: PersonId
  readonly asking?: boolean
  readonly note?: string
}

/** What is about to be answered anew is left alone, or it would go back to the old answer under the reader's hand. */
function refreshOf({ session }: InvitationFacts, { userId, asking, note }: View) {
  return asking || note ? {} : { refresh: { verb: 'answer.refresh', data: { sessionId: session.sessionId }, userId } }
}

/** For one who is not, or no longer, among those invited. */
export function notInvitedCard(): CardMessage {
  return card({
    body: [heading(say.notInvited), paragraph(say.notInvitedNow)],
    actions: [],
    text: `${say.notInvited}. ${say.notInvitedNow}`,
  })
}

function askingCard(facts: InvitationFacts, view: View): CardMessage {
  const { session, teamsAppId } = facts
  const { note } = view
  const question = session.answeredOldTime ? say.newTime : say.canYouCome
  const standing = say.standing(session)
  return card({
    body: [
      heading(question),
      ...(note ? [paragraph(note)] : []),
      strong(session.title),
      paragraph(say.when(session)),
      ...(standing ? [inset([strong(standing)])] : []),
      small(say.goesToOutlook),
    ],
    actions: (['accepted', 'tentative', 'declined'] as const).map((answer) =>
      button(say.answer[answer], { verb: 'answer', data: { sessionId: session.sessionId, answer } }),
    ),
    text: [
      question,
      ...(note ? [note] : []),
      session.title,
      say.when(session),
      ...(standing ? [standing] : []),
      say.goesToOutlook,
      tabLink(teamsAppId, 'my-session', session.sessionId),
    ].join('\n'),
    ...refreshOf(facts, view),
  })
}

function answeredCard({ session, teamsAppId }: InvitationFacts, given: Answer, refresh: ReturnType<typeof refreshOf>): CardMessage {
  // The count has not got her answer in it until Outlook has.
  const standing = session.telling ? undefined : say.standing(session)
  const told = tellingOf(session)
  const lines = [say.when(session), ...(told ? [told] : []), ...(standing ? [standing] : [])]
  return card({
    body: [heading(say.youAnswered[given]), strong(session.title), ...lines.map(paragraph)],
    actions: [
      button(say.change, { verb: 'answer.change', data: { sessionId: session.sessionId } }),
      link(say.see, tabLink(teamsAppId, 'my-session', session.sessionId)),
    ],
    text: [say.youAnswered[given], session.title, ...lines].join('\n'),
    ...refresh,
  })
}

/** C3.4: nobody is asked about a time at which it will not be held, also not after that. It is brought up to date once it is on. */
function postponedCard(facts: InvitationFacts, { userId, note }: View): CardMessage {
  const { session, teamsAppId } = facts
  const given = answerOf(facts)
  const told = tellingOf(session)
  const standing = say.standing(session)
  const lines = [
    ...(note ? [note] : []),
    say.when(session),
    ...(given ? [`${say.youAnswered[given]}.`] : []),
    ...(told ? [told] : []),
    ...(standing ? [standing] : []),
  ]
  return card({
    body: [heading(say.postponed), strong(session.title), ...lines.map(paragraph)],
    actions: [link(say.see, tabLink(teamsAppId, 'my-session', session.sessionId))],
    text: [say.postponed, session.title, ...lines].join('\n'),
    ...refreshOf(facts, { userId, ...(note ? { note } : {}) }),
  })
}

function overCard({ session, teamsAppId }: InvitationFacts): CardMessage {
  const title = session.standing === 'cancelled' ? say.cancelled : say.past
  const lines = [
    say.when(session),
    ...(session.cancelled?.message ? [session.cancelled.message] : []),
    ...session.otherRuns.slice(0, 2).map((run) => say.otherRun(run.startsAt, run.place)),
  ]
  return card({
    body: [heading(title), strong(session.title), ...lines.map(paragraph)],
    actions: [link(say.see, tabLink(teamsAppId, 'my-session', session.sessionId))],
    text: [title, session.title, ...lines].join('\n'),
  })
}

/** What she last said, here or in Outlook. An answer to the time before a move is not an answer to this one (C1.21). */
function answerOf({ session }: InvitationFacts): Answer | undefined {
  if (session.telling) return session.telling.answer
  return session.response === 'none' ? undefined : session.response
}

function tellingOf({ telling, response }: InvitationFacts['session']): string | undefined {
  if (telling) return say.telling[telling.state]
  return response === 'accepted' || response === 'tentative' ? say.inOutlook : undefined
}
