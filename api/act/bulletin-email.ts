import { answerLink, bulletinLink, placesLink, tabLink } from '../../bot/cards/links.ts'
import type { BulletinPage, SaidAsk, SaidInstead, SaidItem, SaidSection } from '../../domain/bulletin/page.ts'
import { bulletinWords as say } from '../../domain/bulletin/words.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { CouncilProfile } from '../ports/council.ts'
import { accent, escaped, font, frameOf, ink, paragraph } from './email-page.ts'

type About = {
  readonly profile: CouncilProfile
  readonly issue: string
  readonly rulebook: Pick<Rulebook, 'members'>
  readonly note?: string
}

const heading2 = `font-size:20px;line-height:28px;margin:24px 0 8px;color:${accent};font-weight:600`
const small = 'font-size:14px;line-height:20px'
const linked = `color:${accent};text-decoration:underline`
const answers = ['accepted', 'tentative', 'declined'] as const

/**
 * An issue as email, in its two forms: HTML for Outlook and plain text, which say the same in the same order.
 *
 * One column of 640 px, layout tables, inline styles, no pictures, nothing that tracks. It reads in order with styles off and in a dark
 * Outlook. Its links open a page and do nothing by being opened, because mail scanners open every link.
 */
export function bulletinEmail(page: BulletinPage, about: About): { readonly html: string; readonly text: string } {
  return { html: htmlOf(page, about), text: textOf(page, about) }
}

function htmlOf(page: BulletinPage, about: About): string {
  return frameOf(page.name, [
    ...(about.note ? [paragraph(about.note, `${small};margin:0 0 16px;padding:8px;border:1px solid ${accent}`)] : []),
    paragraph(page.headline, `${small};margin:0 0 4px`),
    `<h1 style="font-size:26px;line-height:32px;margin:0 0 16px;color:${ink}">${escaped(page.name)}</h1>`,
    ...paragraphs(page.opening).map((line) => paragraph(line, 'margin:0 0 16px')),
    ...(page.asks.length > 0 ? [asksOf(page.asks, about)] : []),
    ...page.sections.map((section) => sectionOf(section, about)),
    footerOf(about),
  ])
}

function paragraphs(text: string | undefined): readonly string[] {
  return (text ?? '').split(/\n+/).filter((line) => line.trim() !== '')
}

function asksOf(asks: readonly SaidAsk[], about: About): string {
  return [
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr>',
    `<td style="border-left:4px solid ${accent};background:#EEF3F8;padding:16px;${font}">`,
    `<h2 style="${heading2};margin:0 0 8px">${escaped(say.forYou)}</h2>`,
    ...asks.map((ask, index) => askOf(ask, index === 0, about)),
    paragraph(say.howToAnswer, `${small};margin:8px 0 0`),
    '</td></tr></table>',
  ].join('')
}

/** Three padded links of one weight: buttons that survive with styles off, and wrap on a telephone. */
function askOf({ sessionId, title, heading, lines, instead }: SaidAsk, isFirst: boolean, { profile }: About): string {
  const style = `display:inline-block;padding:11px 20px;margin:8px 8px 0 0;border:1px solid ${accent};border-radius:4px;background:#FFFFFF;color:${accent};font-weight:600;text-decoration:underline`
  const links = answers.map((answer) => {
    const name = escaped(say.answerTo(say.answers[answer], title))
    const address = escaped(answerLink(profile.teamsAppId, sessionId, answer))
    return `<a href="${address}" aria-label="${name}" style="${style}">${escaped(say.answers[answer])}</a>`
  })
  return [
    `<h3 style="font-size:16px;line-height:24px;margin:${isFirst ? 0 : 20}px 0 0;font-weight:600">${escaped(heading)}</h3>`,
    ...lines.map((line) => paragraph(line, 'margin:0')),
    ...instead.map(insteadOf),
    `<p style="margin:0">${links.join(' ')}</p>`,
  ].join('')
}

function sectionOf({ heading, words, items }: SaidSection, about: About): string {
  return [
    `<h2 style="${heading2}">${escaped(heading)}</h2>`,
    ...paragraphs(words).map((line) => paragraph(line, 'margin:0 0 8px')),
    ...items.map((item, index) => itemOf(item, index === items.length - 1, about)),
  ].join('')
}

function itemOf(item: SaidItem, isLast: boolean, about: About): string {
  const address = addressOf(item, about)
  const title = address ? `<a href="${escaped(address)}" style="${linked}">${escaped(item.title)}</a>` : escaped(item.title)
  const line = isLast ? '' : 'border-bottom:1px solid #D1D1D1;'
  return [
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>',
    `<td style="${line}padding:0 0 8px;${font}">`,
    `<h3 style="font-size:16px;line-height:24px;margin:8px 0 0;font-weight:600">${title}</h3>`,
    ...item.lines.map((each) => paragraph(each, 'margin:0')),
    ...item.instead.map(insteadOf),
    ...(item.places ?? []).map(({ offerId, line }) => insteadOf({ line, link: placesLink(about.profile.teamsAppId, offerId) })),
    '</td></tr></table>',
  ].join('')
}

/** C4.7, C4.4: the words are the link, where there is one. */
function insteadOf({ line, link }: SaidInstead): string {
  const words = escaped(line)
  return `<p style="margin:0">${link ? `<a href="${escaped(link)}" style="${linked}">${words}</a>` : words}</p>`
}

function addressOf({ sessionId, link }: SaidItem, { profile }: About): string | undefined {
  return sessionId ? tabLink(profile.teamsAppId, 'my-session', sessionId) : link
}

function footerOf({ profile, issue, rulebook }: About): string {
  const { help, teamsAppId } = profile
  const telephone = help.telephone.replaceAll(/[^\d+]/g, '')
  return [
    '<hr style="border:0;border-top:1px solid #D1D1D1;margin:24px 0 16px">',
    `<p style="${small};margin:0">`,
    `${escaped(say.help(help))} <a href="tel:${telephone}" style="${linked}">${escaped(help.telephone)}</a>.<br>`,
    `${escaped(say.whoGetsIt(rulebook))} `,
    `<a href="${escaped(bulletinLink(teamsAppId, issue))}" style="${linked}">${escaped(say.readInTeams)}</a>${escaped(say.withPastIssues)}</p>`,
  ].join('')
}

/** The same in the same order, for those who read it so. */
function textOf(page: BulletinPage, about: About): string {
  const { profile, issue, rulebook } = about
  const asks = page.asks.flatMap(({ sessionId, heading, lines, instead }) => [
    '',
    heading,
    ...lines,
    ...instead.flatMap(insteadText),
    ...answers.map((answer) => `${say.answers[answer]}: ${answerLink(profile.teamsAppId, sessionId, answer)}`),
  ])
  return [
    ...(about.note ? [about.note, ''] : []),
    page.headline,
    '',
    page.name.toUpperCase(),
    ...paragraphs(page.opening).flatMap((line) => ['', line]),
    ...(asks.length > 0 ? ['', say.forYou.toUpperCase(), ...asks, '', say.howToAnswer] : []),
    ...page.sections.flatMap((section) => ['', ...sectionText(section, about)]),
    '',
    `${say.help(profile.help)} ${profile.help.telephone}.`,
    say.whoGetsIt(rulebook),
    `${say.readInTeams}: ${bulletinLink(profile.teamsAppId, issue)}`,
  ].join('\n')
}

function sectionText({ heading, words, items }: SaidSection, about: About): readonly string[] {
  return [
    heading.toUpperCase(),
    ...paragraphs(words).flatMap((line) => ['', line]),
    ...items.flatMap((item) => {
      const address = addressOf(item, about)
      const places = (item.places ?? []).flatMap(({ offerId, line }) => [line, placesLink(about.profile.teamsAppId, offerId)])
      return ['', item.title, ...item.lines, ...(address ? [address] : []), ...item.instead.flatMap(insteadText), ...places]
    }),
  ]
}

function insteadText({ line, link }: SaidInstead): readonly string[] {
  return [line, ...(link ? [link] : [])]
}
