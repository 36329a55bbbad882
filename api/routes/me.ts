import { Router } from 'express'
import { readMe } from '../use-cases/read-me.ts'
import { forAnyone } from '../http/handle.ts'
import { done } from '../http/problem.ts'

export function meRoutes(): Router {
  const router = Router()
  router.get(
    '/me',
    forAnyone({}, async ({ council, person }) => done(await readMe(council, person))),
  )
  return router
}
