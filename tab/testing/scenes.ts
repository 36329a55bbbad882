import { brochure as brochureShape } from '../../api/contracts/brochure.ts'
import { me } from '../../api/contracts/me.ts'
import { brochure, noBrochure } from './brochure-fixtures.ts'
import { forMember } from './member-scenes.ts'
import { healthIn } from './health-scenes.ts'
import { forOfficer } from './officer-scenes.ts'
import { pdpIn } from './pdp-scenes.ts'
import { brightwell, marsden, stranger, tadworth } from './people.ts'
import { ok, outlookSilent, problem, type Asked, type Given, type Scene } from './scene.ts'

/** What the API would answer in this scene. Every answer passes its contract, or this throws. */
export function answer(scene: Scene, asked: Asked): Given {
  scene.asked += 1
  if (scene.name.endsWith('api-down')) return problem(503, 'Quorate cannot reach its records just now')
  if (scene.name.endsWith('slow')) return { ...inScene(scene, asked), afterMs: 5_000 }
  return inScene(scene, asked)
}

function inScene(scene: Scene, asked: Asked): Given {
  if (asked.path === '/me')
    return ok(
      me,
      scene.name === 'officer-outlook-down'
        ? { ...brightwell, unreachable: [...outlookSilent] }
        : scene.name.startsWith('officer')
          ? {
              ...brightwell,
              ...(scene.name.startsWith('officer-sets-up') ? { roles: ['officer', 'administrator'] } : {}),
              ...(scene.answers.has('attention-read') ? { attention: 0 } : {}),
            }
          : scene.name === 'stranger'
            ? stranger
            : scene.name.startsWith('administrator')
              ? marsden
              : tadworth,
    )
  if (asked.path === '/brochure' && scene.name !== 'officer-held')
    return ok(brochureShape, scene.name.endsWith('empty') ? noBrochure : brochure(scene.name.startsWith('officer')))
  if (/^\/(my\/pdp|pdps|members\/[^/]+\/pdp)/.test(asked.path)) return pdpIn(scene, asked)
  if (asked.path.startsWith('/health')) return healthIn(scene, asked)
  return (/^(officer|administrator)/.test(scene.name) ? forOfficer : forMember)(scene, asked)
}
