import type { CouncilProfile } from '../ports/council.ts'
import { emailWords as say } from './words.ts'

/** What an email says, in order; made into HTML and into plain text, so that both say the same. */
export type EmailPage = {
  readonly heading: string
  /** What is wanted or what happened: the sentence that is the email. */
  readonly lead: string
  /** The session: when, where, how it stands; the first line stands out. */
  readonly panel: readonly string[]
  readonly more: readonly string[]
  readonly link?: { readonly label: string; readonly address: string; readonly hint?: string }
}

export const ink = '#242424'
export const accent = '#1F4E79'
export const font = "font-family:'Segoe UI',Arial,sans-serif;color:#242424;font-size:16px;line-height:24px"

/**
 * The email's two twins. HTML at 640 px in one column, no pictures and no web fonts; it reads in order with styles off, survives a phone
 * of 320 px and an Outlook that inverts colours. Every word is escaped: titles come from people.
 */
export function emailOf(
  page: EmailPage,
  { profile, on }: { readonly profile: CouncilProfile; readonly on: string },
): { html: string; text: string } {
  return { html: htmlOf(page, profile, on), text: textOf(page, profile, on) }
}

function htmlOf({ heading, lead, panel, more, link }: EmailPage, profile: CouncilProfile, on: string): string {
  const rows = [
    paragraph(say.headline(profile.name, on), 'font-size:14px;line-height:20px;margin:0 0 4px'),
    `<h1 style="font-size:24px;line-height:32px;margin:0 0 16px;color:${ink}">${escaped(heading)}</h1>`,
    paragraph(lead, 'margin:0 0 16px'),
    ...(panel.length > 0 ? [panelOf(panel)] : []),
    ...more.map((line) => paragraph(line, 'margin:0 0 16px')),
    ...(link ? [linkOf(link)] : []),
    footer(profile),
  ]
  return frameOf(heading, rows)
}

/** One column of 640 px around an email's rows, which are HTML already. */
export function frameOf(title: string, rows: readonly string[]): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title></head>`,
    '<body style="margin:0;padding:0;background:#FFFFFF">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:640px;width:100%">',
    `<tr><td align="left" style="padding:24px 16px;${font}">`,
    ...rows,
    '</td></tr></table></td></tr></table></body></html>',
  ].join('\n')
}

export function paragraph(line: string, style: string): string {
  return `<p style="${style}">${escaped(line)}</p>`
}

function panelOf([first = '', ...lines]: readonly string[]): string {
  return [
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr>',
    `<td style="border-left:4px solid ${accent};background:#EEF3F8;padding:16px;${font}">`,
    `<p style="margin:0"><strong>${escaped(first)}</strong></p>`,
    ...lines.map((line) => paragraph(line, 'margin:4px 0 0')),
    '</td></tr></table>',
  ].join('')
}

/** A padded link: a button that still is one with styles off. It opens a page and does nothing by being opened, because mail scanners open every link. */
function linkOf({ label, address, hint }: NonNullable<EmailPage['link']>): string {
  const style = `display:inline-block;padding:12px 20px;border:1px solid ${accent};border-radius:4px;color:${accent};font-weight:600;text-decoration:underline`
  const button = `<p style="margin:0 0 8px"><a href="${escaped(address)}" style="${style}">${escaped(label)}</a></p>`
  return hint ? button + paragraph(hint, 'font-size:14px;line-height:20px;margin:0 0 16px') : button
}

function footer({ help }: CouncilProfile): string {
  const telephone = help.telephone.replaceAll(/[^\d+]/g, '')
  return [
    '<hr style="border:0;border-top:1px solid #D1D1D1;margin:24px 0 16px">',
    '<p style="font-size:14px;line-height:20px;margin:0">',
    `${escaped(say.help(help))} <a href="tel:${telephone}" style="color:${accent};text-decoration:underline">${escaped(help.telephone)}</a>.<br>`,
    `${escaped(say.notTracked)}</p>`,
  ].join('')
}

function textOf({ heading, lead, panel, more, link }: EmailPage, profile: CouncilProfile, on: string): string {
  return [
    say.headline(profile.name, on),
    '',
    heading,
    '',
    lead,
    ...(panel.length > 0 ? ['', ...panel] : []),
    ...more.flatMap((line) => ['', line]),
    ...(link ? ['', `${link.label}: ${link.address}`, ...(link.hint ? [link.hint] : [])] : []),
    '',
    `${say.help(profile.help)} ${profile.help.telephone}.`,
    say.notTracked,
  ].join('\n')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
