import { tabLink } from '../../bot/cards/links.ts'
import type { Purpose } from '../../domain/duties/duty.ts'
import { questionsFor } from '../../domain/evaluations/evaluation.ts'
import { runOffered } from '../../domain/sessions/other-runs.ts'
import { countsOf } from '../../domain/sessions/response.ts'
import type { Invitation, Session } from '../../domain/sessions/session.ts'
import type { SessionSummary } from '../../domain/sessions/session-record.ts'
import { myUptake, summaryOf } from '../../domain/sessions/summary.ts'
import { minimumFor } from '../../domain/sessions/undersubscribed.ts'
import type { ComposeContext } from '../ports/compose.ts'
import { namesDay, shortPlace } from './compose-text.ts'
import { emailOf, type EmailPage } from './email-page.ts'
import { dayWords, deadlineWords, emailWords as say, fullDayWords, startWords } from './words.ts'

export type EmailContent = { readonly subject: string; readonly html: string; readonly text: string }
type Of<Kind extends Purpose['kind']> = Extract<Purpose, { kind: Kind }>

function written(subject: string, page: EmailPage, { profile, now }: ComposeContext): EmailContent {
  return { subject: subject.replaceAll(/\s+/g, ' '), ...emailOf(page, { profile, on: fullDayWords(now) }) }
}

/** C4.14: the reminder of a Member who wants no texts, or has no mobile for them. */
export function reminderEmail(
  session: Session,
  { reminder }: Of<'reminder'>,
  invitation: Invitation,
  context: ComposeContext,
): EmailContent {
  const answer = invitation.wanted?.answer ?? invitation.response
  if (answer === 'none' && reminder === 'week-before') return askingEmail(session, invitation, context)
  const subject = say.reminder.subject[reminder](session.title, dayWords(session.startsAt), startWords(session.startsAt))
  const page = {
    heading: say.reminder.heading(session.title),
    lead: say.reminder.lead[answer],
    panel: panelOf(session, context),
    more: [],
    link: { label: say.seeInTeams, address: tabLink(context.profile.teamsAppId, 'my-session', session.id) },
  }
  return written(subject, page, context)
}

/** C2.3: asks a Member who has not answered; nothing is answered by opening the link. */
export function askingEmail(session: Session, invitation: Invitation, context: ComposeContext): EmailContent {
  const page = {
    heading: say.asking.heading(session.title),
    lead: invitation.answeredOldTime ? say.asking.moved : say.asking.lead,
    panel: panelOf(session, context),
    more: [],
    link: {
      label: say.answerInTeams,
      address: tabLink(context.profile.teamsAppId, 'my-session', session.id),
      hint: say.answerHow,
    },
  }
  return written(say.asking.subject(session.title, dayWords(session.startsAt)), page, context)
}

/** C8.2, C8.27: asks whoever was there what it was worth; nothing is said by opening the link. */
export function evaluationEmail(session: Session, { reminder }: Of<'evaluation'>, context: ComposeContext): EmailContent {
  const { profile, rulebook } = context
  const said = reminder ? say.evaluation.again : say.evaluation.first
  const page = {
    heading: say.evaluation.heading(session.title),
    lead: said.lead(dayWords(session.startsAt)),
    panel: [],
    more: [say.evaluation.whoReads, ...(reminder ? [say.evaluation.noMore] : [])],
    link: {
      label: say.evaluation.open,
      address: tabLink(profile.teamsAppId, 'evaluation', session.id),
      hint: say.evaluation.how(questionsFor(session, rulebook).length),
    },
  }
  return written(said.subject(session.title, dayWords(session.startsAt)), page, context)
}

/** When, where and how it stands, with the date of every deadline. */
function panelOf(session: Session, { rulebook, now }: ComposeContext): readonly string[] {
  const { accepted, minimum, decideBy, late, stage } = myUptake(summaryOf({ session }), rulebook, now)
  const where = session.delivery === 'online' ? say.online : session.place
  const standing = () => {
    if (late) return [`${say.count(accepted, minimum)} ${say.deciding}`]
    if (decideBy) return [`${say.count(accepted, minimum)} ${say.decided(dayWords(decideBy), deadlineWords(decideBy))}`]
    return stage === 'enough' || stage === 'going-ahead' ? [say.goingAhead(accepted)] : []
  }
  return [whenWords(session), ...(where ? [where] : []), ...standing()]
}

function whenWords({ startsAt, endsAt }: Session): string {
  return say.when(dayWords(startsAt), startWords(startsAt), startWords(endsAt))
}

/** C3.11, where an email is what a Member can be told by. */
export function cancellationEmail(session: Session, context: ComposeContext): EmailContent {
  const [day, time] = [dayWords(session.startsAt), startWords(session.startsAt)]
  const message = session.decision?.message
  const run = offeredRun(session, message ?? '', context)
  const page = {
    heading: say.cancelled.heading(session.title),
    lead: say.cancelled.lead(day, time),
    panel: [],
    more: [
      ...(message ? [message] : []),
      ...(session.delivery === 'online' ? [] : [say.cancelled.doNotTravel]),
      ...(run ? [say.cancelled.sameCourse(dayWords(run.startsAt), startWords(run.startsAt), shortPlace(run))] : []),
      say.cancelled.sorry,
    ],
  }
  return written(say.cancelled.subject(session.title, day), page, context)
}

/** The other run to offer, unless the officer's own words did. */
export function offeredRun(session: Session, message: string, { otherRuns, rulebook, now }: ComposeContext): SessionSummary | undefined {
  const run = runOffered(session, otherRuns, rulebook, now)
  return run && !namesDay(message, run.startsAt) ? run : undefined
}

/** C3.2, C3.4: an officer whom the bot does not reach is asked by email, with what the card would have said. */
export function decisionEmail(session: Session, isEscalation: boolean, context: ComposeContext): EmailContent {
  const counts = countsOf(session.invitations.map(({ response }) => response))
  const { accepted } = counts
  const minimum = minimumFor(session, context.rulebook)
  const question = session.undersubscribed
  const [day, time] = question.kind === 'open' ? [dayWords(question.decideBy), deadlineWords(question.decideBy)] : ['', '']
  const isOverdue = isEscalation || (question.kind === 'open' && question.escalatedAt !== undefined)
  const page = {
    heading: say.decide.heading(session.title),
    lead: isOverdue ? say.decide.overdue(day, time) : say.decide.by(day, time),
    panel: [whenWords(session), say.decide.count(accepted, minimum), say.decide.others(counts, context.rulebook.minimum.tentativeCounts)],
    more: [say.decide.nothingByItself],
    link: { label: say.decide.open, address: tabLink(context.profile.teamsAppId, 'decide', session.id) },
  }
  const subject = isOverdue ? say.decide.overdueSubject(session.title) : say.decide.subject(session.title, accepted, minimum)
  return written(subject, page, context)
}

/** C3.13: the organiser is asked for the reason that a cancellation in Outlook cannot carry. */
export function askReasonEmail(session: Session, context: ComposeContext): EmailContent {
  const [day, time] = [dayWords(session.startsAt), startWords(session.startsAt)]
  const page = {
    heading: say.askReason.heading(session.title),
    lead: say.askReason.lead(day, time),
    panel: [],
    more: [],
    link: {
      label: say.askReason.open,
      address: tabLink(context.profile.teamsAppId, 'reason', session.id),
      hint: say.askReason.orReply,
    },
  }
  return written(say.askReason.subject(session.title, day), page, context)
}
