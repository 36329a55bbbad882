import { notifyAccount } from './account.ts'
import { Refused } from './refusal.ts'

export type Template = {
  readonly id: string
  readonly type: 'sms' | 'email'
  readonly name: string
  readonly subject?: string
  readonly body: string
  readonly version: number
}

export const templates: readonly Template[] = [
  { id: notifyAccount.textTemplateId, type: 'sms', name: 'Text from Quorate', body: '((message))', version: 1 },
  {
    id: notifyAccount.emailTemplateId,
    type: 'email',
    name: 'Email from Quorate',
    subject: '((subject))',
    body: '((message))',
    version: 1,
  },
]

export function templateFor(id: string, type?: Template['type']): Template {
  const found = templates.find((template) => template.id === id.toLowerCase())
  if (!found) throw new Refused(400, 'BadRequestError', 'Template not found')
  if (type && found.type !== type) {
    throw new Refused(400, 'BadRequestError', `${found.type} template is not suitable for ${type} notification`)
  }
  return found
}

export type Personalisation = Readonly<Record<string, unknown>>

/** The template with its placeholders filled. Values for placeholders that it has not are ignored; one without its value is refused. */
export function filled(template: Template, values: Personalisation): { readonly subject?: string; readonly body: string } {
  const missing = new Set([...placeholdersOf(template)].filter((name) => values[name] === undefined))
  if (missing.size > 0) throw new Refused(400, 'BadRequestError', `Missing personalisation: ${[...missing].join(', ')}`)
  const fill = (text: string) => text.replaceAll(/\(\(([^)]+)\)\)/g, (_all, name: string) => String(values[name]))
  return { body: fill(template.body), ...(template.subject && { subject: fill(template.subject) }) }
}

export function placeholdersOf({ subject = '', body }: Template): ReadonlySet<string> {
  return new Set([...`${subject} ${body}`.matchAll(/\(\(([^)]+)\)\)/g)].map(([, name = '']) => name))
}
