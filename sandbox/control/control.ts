import express, { Router, type RequestHandler } from 'express'
import { notFromAnotherPage } from '../loopback.ts'
import { isTooDeep } from '../nesting.ts'
import type { Running } from '../running.ts'
import { addArrivalsRoutes } from './arrivals-routes.ts'
import { addClockRoutes } from './clock-routes.ts'
import { addFaultRoutes } from './fault-routes.ts'
import { addGraphRoutes } from './graph-routes.ts'
import { addMeetingRoutes } from './meeting-routes.ts'
import { addPeopleRoutes } from './people-routes.ts'
import { Problem, answerProblem, problems } from './problem.ts'
import type { Stream } from './stream.ts'
import { addWorldRoutes } from './world-routes.ts'

/** What nests deeper than anything meant is refused before anybody walks through it. */
const notTooDeep: RequestHandler = (request, _response, next) => {
  if (isTooDeep(request.body)) throw new Problem({ status: 400, title: 'That is nested too deeply to be meant' })
  next()
}

/** The control API: the hands by which tests, scripts and the desk hold the sandbox. */
export function controlRouter(running: Running, stream: Stream): Router {
  const router = Router()
  router.use(notFromAnotherPage, express.json({ limit: '10mb', strict: false }), notTooDeep)
  addClockRoutes(router, running)
  addPeopleRoutes(router, running)
  addArrivalsRoutes(router, running)
  addFaultRoutes(router, running)
  addGraphRoutes(router, running)
  addMeetingRoutes(router, running)
  addWorldRoutes(router, running)
  stream.addRoute(router)
  router.use((request, response) =>
    answerProblem(response, { status: 404, title: 'The sandbox has no such call', detail: `${request.method} ${request.originalUrl}` }),
  )
  router.use(problems)
  return router
}
