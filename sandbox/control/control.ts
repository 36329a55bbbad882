import express, { Router } from 'express'
import { notFromAnotherPage } from '../loopback.ts'
import type { Running } from '../running.ts'
import { addArrivalsRoutes } from './arrivals-routes.ts'
import { addClockRoutes } from './clock-routes.ts'
import { addFaultRoutes } from './fault-routes.ts'
import { addGraphRoutes } from './graph-routes.ts'
import { addPeopleRoutes } from './people-routes.ts'
import { answerProblem, problems } from './problem.ts'
import type { Stream } from './stream.ts'
import { addWorldRoutes } from './world-routes.ts'

/** The control API: the hands by which tests, scripts and the desk hold the sandbox. */
export function controlRouter(running: Running, stream: Stream): Router {
  const router = Router()
  router.use(notFromAnotherPage, express.json({ limit: '10mb', strict: false }))
  addClockRoutes(router, running)
  addPeopleRoutes(router, running)
  addArrivalsRoutes(router, running)
  addFaultRoutes(router, running)
  addGraphRoutes(router, running)
  addWorldRoutes(router, running)
  stream.addRoute(router)
  router.use((request, response) =>
    answerProblem(response, { status: 404, title: 'The sandbox has no such call', detail: `${request.method} ${request.originalUrl}` }),
  )
  router.use(problems)
  return router
}
