import type { PresenterBrief } from '../../../api/contracts/brief.ts'
import { asAtWords, dayWords, fullWhen } from '../../ui/words-of-time.ts'

export const words = {
  title: 'Presenter’s brief',
  aims: 'Aims and objectives',
  noAims:
    'Nobody has put down yet what this session is for. The brief opens with its aims and objectives, so that the session can begin with them.',
  putDown: 'Put them down in its details',
  closing: 'If something changes',
  giving: 'Give it to the presenter',
  copy: 'Copy the text',
  copied: 'The text is copied. Paste it wherever you like.',
  notCopied: 'It could not be copied here. Select the text below and copy it yourself.',
  text: 'The brief as text',
  email: 'Write an email',
  tooLong: 'It is too long to be put into the email by itself: copy the text first, and paste it there.',
  print: 'Print',
  say: 'I have given it',
  sayAgain: 'I have given it anew',
  saying: 'Writing it down…',
  notKnown: 'We cannot tell whether it was written down. Look again in a moment.',
  nothingSent: 'Quorate sends it to nobody. Print it, copy it or write the presenter an email with it; then say here that it is done.',
}

export function leadWords(brief: PresenterBrief): string {
  return `${brief.title}. ${fullWhen(brief)}.`
}

export function presenterWords({ presenters }: Pick<PresenterBrief, 'presenters'>): string {
  if (presenters.length === 0) return 'Nobody from outside is on the invitation: whoever presents it is known to you.'
  return `From outside, on the invitation: ${presenters.map(({ name, address }) => (name === address ? address : `${name} (${address})`)).join(', ')}.`
}

const why = {
  cancelled: 'This session is cancelled: nobody is to be briefed.',
  untagged: 'This is no longer marked as training in Outlook.',
  postponed: 'This session is postponed. The brief is worth giving once it has its new date.',
  started: 'This session has started.',
  'no-aims': 'Put the aims and objectives down first: the brief opens with them.',
} as const satisfies Record<NonNullable<PresenterBrief['cannot']>, string>

export function cannotWords(cannot: NonNullable<PresenterBrief['cannot']>): string {
  return why[cannot]
}

/** Whether and when it was given, or by when it is to be. */
export function givenWords({ given, dueAt, now }: PresenterBrief): {
  readonly icon: 'done' | 'danger' | 'waiting'
  readonly words: string
} {
  if (given?.changed) {
    const said = `${given.by} gave it at ${asAtWords(given.at, now)}, and it has changed since. The presenter does not know what is new.`
    return { icon: 'danger', words: said }
  }
  if (given) return { icon: 'done', words: `${given.by} gave it to the presenter at ${asAtWords(given.at, now)}.` }
  if (!dueAt) return { icon: 'waiting', words: 'Nobody has said that it was given.' }
  const due =
    dueAt > now
      ? `Needs attention asks for it from ${dayWords(dueAt, now)} on.`
      : 'Needs attention asks for it, or for what it still lacks, until it is.'
  return { icon: 'waiting', words: `Nobody has said that it was given. ${due}` }
}

/** The whole brief as plain text, the aims first, to be pasted anywhere. */
export function textOf(brief: PresenterBrief): string {
  const parts = [
    [`${words.title}: ${brief.title}`, fullWhen(brief)],
    [words.aims, brief.opening, ...(brief.aims.length > 0 ? brief.aims : [words.noAims])],
    ...brief.sections.map(({ heading, lines }) => [heading, ...lines]),
    [words.closing, ...brief.closing],
  ]
  return parts.map((lines) => lines.filter((line) => line !== '').join('\n')).join('\n\n')
}

/** Longer links are cut by some mail programs on Windows. */
const longestLink = 1_900

/** A new email with the brief in it, as far as it can be: `isWhole` says whether it is. */
export function mailOf(brief: PresenterBrief): { readonly href: string; readonly isWhole: boolean } {
  const to = brief.presenters.map(({ address }) => encodeURIComponent(address).replaceAll('%40', '@')).join(',')
  const subject = encodeURIComponent(`${words.title}: ${brief.title}`)
  const bare = `mailto:${to}?subject=${subject}`
  const whole = `${bare}&body=${encodeURIComponent(textOf(brief).replaceAll('\n', '\r\n'))}`
  return whole.length <= longestLink ? { href: whole, isWhole: true } : { href: bare, isWhole: false }
}
