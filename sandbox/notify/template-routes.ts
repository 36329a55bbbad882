import type { Router } from 'express'
import { z } from 'zod'
import { Refused } from './refusal.ts'
import { readRequest } from './requests.ts'
import { filled, placeholdersOf, templates, type Template } from './templates.ts'

const preview = z.object({ personalisation: z.record(z.string(), z.unknown()).optional() })

/** What a set-up screen asks before it trusts the ids that an officer typed. */
export function addTemplateRoutes(router: Router): void {
  router.get('/v2/templates', (request, response) => {
    response.json({ templates: templates.filter(({ type }) => !request.query['type'] || type === request.query['type']).map(described) })
  })
  router.get('/v2/template/:id', (request, response) => void response.json(described(knownTemplate(request.params.id))))
  router.post('/v2/template/:id/preview', (request, response) => {
    const { personalisation = {} } = readRequest(preview, request.body ?? {})
    const template = knownTemplate(request.params.id)
    const { body, subject = null } = filled(template, personalisation)
    const { id, type, version } = template
    response.json({ id, type, version, body, subject, html: null })
  })
}

function knownTemplate(id: string): Template {
  const found = templates.find((template) => template.id === id.toLowerCase())
  if (!found) throw new Refused(404, 'NoResultFound', 'No result found')
  return found
}

function described(template: Template): object {
  const personalisation = Object.fromEntries([...placeholdersOf(template)].map((name) => [name, { required: true }]))
  const { id, type, name, subject = null, body, version } = template
  return {
    id,
    type,
    name,
    subject,
    body,
    version,
    personalisation,
    created_at: '2026-04-01T09:00:00.000000Z',
    updated_at: null,
    created_by: 'sandbox@council.example',
  }
}
