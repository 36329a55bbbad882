import { z } from 'zod'
import * as appointments from './appointments.ts'
import * as attendance from './attendance.ts'
import * as attention from './attention.ts'
import * as brief from './brief.ts'
import * as brochure from './brochure.ts'
import * as bulletin from './bulletin.ts'
import * as chasing from './chasing.ts'
import * as clashes from './clashes.ts'
import * as decisions from './decisions.ts'
import * as details from './details.ts'
import * as evaluations from './evaluations.ts'
import * as health from './health.ts'
import * as joint from './joint.ts'
import * as me from './me.ts'
import * as missing from './missing.ts'
import * as month from './month.ts'
import * as myTraining from './my-training.ts'
import * as partners from './partners.ts'
import * as pdp from './pdp.ts'
import * as places from './places.ts'
import * as plan from './plan.ts'
import * as programme from './programme.ts'
import * as register from './register.ts'
import * as requirements from './requirements.ts'
import * as rulebook from './rulebook.ts'
import * as shared from './shared.ts'
import * as spread from './spread.ts'
import * as uptake from './uptake.ts'

const files = [
  appointments,
  attendance,
  attention,
  brief,
  brochure,
  bulletin,
  chasing,
  clashes,
  decisions,
  details,
  evaluations,
  health,
  joint,
  me,
  missing,
  month,
  myTraining,
  partners,
  pdp,
  places,
  plan,
  programme,
  register,
  requirements,
  rulebook,
  shared,
  spread,
  uptake,
]

/** Every shape that has a name here, under that name: the API's description calls it the same. Two of one name are a mistake. */
export function namedContracts(): ReadonlyMap<string, z.ZodType> {
  const named = new Map<string, z.ZodType>()
  for (const [name, shape] of files.flatMap((file) => Object.entries<unknown>(file))) {
    if (!(shape instanceof z.ZodType)) continue
    if (named.has(name)) throw new TypeError(`there are two contracts named ${name}`)
    named.set(name, shape)
  }
  return named
}
