import { Router } from 'express'
import { descriptionOf } from '../http/description.ts'
import type { Operation } from '../http/operation.ts'
import { access } from './access.ts'

/**
 * `GET /openapi.json`: what the API does, for whoever builds on it. Without sign-in: it says nothing of any council, and is read by
 * programs that have no person. Made when it is first asked for.
 */
export function descriptionRoutes(operations: readonly Operation[]): Router {
  const router = Router()
  let description: string | undefined
  router.get('/openapi.json', (_request, response) => {
    description ??= JSON.stringify(descriptionOf(operations, access))
    response.set('Cache-Control', 'public, max-age=300').type('application/json').send(description)
  })
  return router
}
