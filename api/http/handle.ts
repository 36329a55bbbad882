import type { Request, RequestHandler } from 'express'
import type { z } from 'zod'
import { londonDay } from '../../domain/kernel/london.ts'
import type { Member } from '../../domain/members/member.ts'
import type { Officer } from '../../domain/members/officer.ts'
import { mayActAsMember } from '../../domain/policy/may.ts'
import type { Asker } from '../../domain/policy/may.ts'
import type { Council, Stored } from '../ports/council.ts'
import { callerOf } from './caller.ts'
import type { Caller } from './caller.ts'
import { answeredOnce, markOf } from './idempotency.ts'
import type { AnyContract, Answering, Contract, Operation } from './operation.ts'
import { problem, send } from './problem.ts'
import type { Done, Refused } from './problem.ts'
import type { SignedIn } from './sign-in.ts'

/** Only what its schemas let through travels on. */
type Takes<Params, Query, Body> = Pick<Contract<Params, Query, Body, unknown>, 'params' | 'query' | 'body'>
type Parsed<Params, Query, Body> = { readonly params: Params; readonly query: Query; readonly body: Body }
type Asked<Params, Query, Body> = Parsed<Params, Query, Body> & Caller
type Work<Asked, Given, Status extends Done> = (asked: Asked) => Promise<Answering<Given, Status>>

/** For everyone of the council who is signed in. */
export function forAnyone<Given, Params = unknown, Query = unknown, Body = unknown, Status extends Done = 200>(
  contract: Contract<Params, Query, Body, Given, Status>,
  work: Work<Asked<Params, Query, Body>, Given, Status>,
): Operation {
  return operation(contract, async (request, response) => {
    const { council, person } = callerOf(request)
    const parsed = parse(request, contract)
    send(response, parsed.ok ? await work({ ...parsed.value, council, person }) : parsed.answer)
  })
}

/** For those of Entra's app roles whom `may` lets in. The role is looked at before anything the request says. */
export function forRoles<Given, Params = unknown, Query = unknown, Body = unknown, Status extends Done = 200>(
  may: (asker: Asker) => boolean,
  contract: Contract<Params, Query, Body, Given, Status>,
  work: Work<Asked<Params, Query, Body> & ByOfficer, Given, Status>,
): Operation {
  return operation(contract, async (request, response) => {
    const caller = callerOf(request)
    const { council, person } = caller
    if (!may(person)) {
      send(response, notForYou)
      return
    }
    const parsed = parse(request, contract)
    if (!parsed.ok) {
      send(response, parsed.answer)
      return
    }
    const officer = await officerOf(council, person)
    const doIt = () => work({ ...parsed.value, council, person, officer, mark: markOf(request, caller) })
    send(response, contract.once ? await answeredOnce(request, caller, doIt) : await doIt())
  })
}

/** `mark` names what the request asks: the same when it is sent again. */
type ByOfficer = { readonly officer: Officer; readonly mark: string }

/** For Members, about themselves: who it is about comes from the sign-in, so no request can name anybody else. */
export function forMembers<Given, Params = unknown, Query = unknown, Body = unknown, Status extends Done = 200>(
  contract: Contract<Params, Query, Body, Given, Status>,
  work: Work<Asked<Params, Query, Body> & { readonly member: Stored<Member> }, Given, Status>,
): Operation {
  return operation(contract, async (request, response) => {
    const { council, person } = callerOf(request)
    const member = await council.members.byPerson(person.id)
    if (!member || !mayActAsMember({ roles: [], member: member.value }, londonDay(council.clock.now()))) {
      send(response, notForYou)
      return
    }
    const parsed = parse(request, contract)
    send(response, parsed.ok ? await work({ ...parsed.value, council, person, member }) : parsed.answer)
  })
}

/** For Members and for those whom `may` lets in: what is published to all of them alike. */
export function forMembersAnd<Given, Params = unknown, Query = unknown, Body = unknown, Status extends Done = 200>(
  may: (asker: Asker) => boolean,
  contract: Contract<Params, Query, Body, Given, Status>,
  work: Work<Asked<Params, Query, Body> & { readonly member: Stored<Member> | undefined }, Given, Status>,
): Operation {
  return operation(contract, async (request, response) => {
    const { council, person } = callerOf(request)
    const found = await council.members.byPerson(person.id)
    const isMember = found !== undefined && mayActAsMember({ roles: [], member: found.value }, londonDay(council.clock.now()))
    if (!isMember && !may(person)) {
      send(response, notForYou)
      return
    }
    const parsed = parse(request, contract)
    send(response, parsed.ok ? await work({ ...parsed.value, council, person, member: isMember ? found : undefined }) : parsed.answer)
  })
}

function operation(contract: AnyContract, handle: RequestHandler): Operation {
  return { contract, handle }
}

/** The officer as Entra's directory names her; the token's own name until the directory has been read. */
async function officerOf(council: Council, { id, name, roles }: SignedIn): Promise<Officer> {
  const known = await council.officers.find(id)
  return known ?? { id, name, address: '', roles }
}

function parse<Params, Query, Body>(
  request: Request,
  shapes: Takes<Params, Query, Body>,
): { readonly ok: true; readonly value: Parsed<Params, Query, Body> } | { readonly ok: false; readonly answer: Refused } {
  const params = shapes.params?.safeParse(request.params)
  // A path that names nothing we could have is the same to the caller as one that names nothing.
  if (params?.success === false) return { ok: false, answer: notFound }
  const query = shapes.query?.safeParse(request.query)
  if (query?.success === false) return { ok: false, answer: badRequest(query.error, 'query') }
  const body = shapes.body?.safeParse(request.body)
  if (body?.success === false) return { ok: false, answer: badRequest(body.error, 'body') }
  return { ok: true, value: { params: params?.data as Params, query: query?.data as Query, body: body?.data as Body } }
}

/** Says where and in which way, and never repeats what was sent. */
function badRequest(error: z.ZodError, where: string): Refused {
  const errors = error.issues
    .slice(0, 20)
    .map((issue) => ({ path: [where, ...issue.path.map(String)].join('.').slice(0, 200), message: issue.code }))
  return problem('not-understood', { status: 400, title: 'Quorate did not understand what was sent' }, { errors })
}

export const notFound: Refused = problem('not-found', { status: 404, title: 'There is nothing here' })
export const notForYou: Refused = problem('not-for-you', { status: 403, title: 'This part of Quorate is not open to you' })
