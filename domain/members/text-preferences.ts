import type { Rulebook } from '../rulebook/rulebook.ts'
import type { Member, TextPreferences } from './member.ts'

/** What a Member has who never said anything. */
export const usualTextPreferences: TextPreferences = { reminders: true, combine: false }

/** Whether a Member takes texts. Where the council allows no opting out, what was chosen earlier no longer counts (C4.14). */
export function takesTexts(member: Member, { texts }: Pick<Rulebook, 'texts'>): boolean {
  return member.texts.reminders || !texts.optOutAllowed
}

/** How a reminder reaches a Member: by text, or by email for want of a mobile or of the wish for texts (C4.14). */
export function reminderChannel(member: Member, rulebook: Pick<Rulebook, 'texts'>): 'text' | 'email' {
  return takesTexts(member, rulebook) && member.mobile.kind === 'usable' ? 'text' : 'email'
}

/** Why a Member hears of a short-notice cancellation by telephone; undefined when a text can reach them (C3.12, C4.14). */
export function whyByTelephone(member: Member, rulebook: Pick<Rulebook, 'texts'>): 'no-mobile' | 'texts-off' | 'bad-number' | undefined {
  if (member.mobile.kind === 'none') return 'no-mobile'
  if (member.mobile.kind === 'unusable') return 'bad-number'
  return takesTexts(member, rulebook) ? undefined : 'texts-off'
}

/** C4.12: whether two sessions of one morning go into one text for this Member. */
export function combinesSessions(member: Member, { reminders }: Pick<Rulebook, 'reminders'>): boolean {
  return reminders.combineAllowed && member.texts.combine
}
