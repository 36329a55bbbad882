import { rulebookPreview, rulebookView, type RulebookView } from '../../api/contracts/rulebook.ts'
import { changesBetween } from '../../domain/rulebook/changes.ts'
import { parseRulebook } from '../../domain/rulebook/parse-rulebook.ts'
import { towerHamlets } from '../../domain/rulebook/presets/tower-hamlets.ts'
import { presetOf } from '../../domain/rulebook/presets/common-ground.ts'
import { now } from './people.ts'
import { ok, problem, type Asked, type Given, type Scene } from './scene.ts'

const minimum = {
  path: 'minimum.members',
  area: 'Too few coming',
  sentence: 'Too few coming: a session is put to officers with fewer than 6 Members coming instead of with fewer than 8 Members coming',
}

const view: RulebookView = {
  latest: 2,
  rulebook: presetOf(towerHamlets),
  versions: [
    {
      version: 2,
      effectiveFrom: '2026-05-19T23:00:00Z',
      changedBy: 'Ada Minister',
      changedAt: '2026-05-12T09:20:00Z',
      why: 'As the strategy has it, paragraph 4.25.',
      standing: 'in-force',
      sentences: [minimum],
    },
    {
      version: 1,
      effectiveFrom: '2026-04-07T08:30:00Z',
      changedBy: 'set-up',
      changedAt: '2026-04-07T08:30:00Z',
      standing: 'past',
      sentences: [],
    },
  ],
  presets: [
    { preset: 'tower-hamlets', name: 'Tower Hamlets' },
    { preset: 'brent', name: 'Brent' },
  ],
  mayChange: true,
  now,
}

/** In the scene `officer-sets-up` she is an administrator too; in `officer-sets-up-stale` somebody else was faster. */
export function rulebookIn(scene: Scene, { method, path, body }: Asked): Given {
  const mayChange = scene.name.startsWith('officer-sets-up')
  if (method === 'GET') return ok(rulebookView, { ...writtenIn(scene), mayChange })
  const rules = rulesOf(body)
  if (!rules.ok) return refusedWith(422, 'Something here needs putting right', rules.refusal.errors)
  if (path.endsWith('/preview')) {
    return ok(rulebookPreview, {
      effectiveFrom: body.startsOn === undefined ? now : '2026-10-18T23:00:00Z',
      sentences: [...changesBetween(view.rulebook, rules.value)],
      inPlaceOf: [],
      sessions: { toCome: 9, newlyTooFew: 0, nowEnough: 1 },
    })
  }
  if (scene.name === 'officer-sets-up-stale') {
    return refusedWith(412, 'Somebody else has changed the rulebook since you looked', [{ path: minimum.path, message: minimum.sentence }])
  }
  scene.answers.set('rulebook', JSON.stringify(body))
  return ok(rulebookView, writtenIn(scene), 201)
}

/** Of a preset or an earlier version nothing is looked at here but one difference. */
function rulesOf({ rules }: Asked['body']) {
  const { kind, rulebook } = rules as { readonly kind: string; readonly rulebook?: unknown }
  return parseRulebook(kind === 'settings' ? rulebook : { ...view.rulebook, minimum: { ...view.rulebook.minimum, members: 5 } })
}

function refusedWith(status: number, title: string, errors: readonly { readonly path: string; readonly message: string }[]): Given {
  const { body } = problem(status, title)
  return { status, body: { ...(body as object), ...(status === 412 ? { refusal: 'changed-since-seen' } : {}), errors } }
}

/** With what was applied in this scene. */
function writtenIn({ answers }: Scene): RulebookView {
  const applied = answers.get('rulebook')
  if (applied === undefined) return view
  const { startsOn, why, ...body } = JSON.parse(applied) as { readonly startsOn?: string; readonly why: string; readonly rules: unknown }
  const rules = rulesOf(body)
  const written = rules.ok ? { ...view, latest: 3, rulebook: rules.value } : view
  const third = { version: 3, changedBy: 'Ada Minister', changedAt: now, why, sentences: [minimum] }
  const [second, first] = view.versions
  if (!second || !first) throw new TypeError('two versions were written before')
  return startsOn === undefined
    ? { ...written, versions: [{ ...third, effectiveFrom: now, standing: 'in-force' }, { ...second, standing: 'past' }, first] }
    : { ...written, versions: [{ ...third, effectiveFrom: '2026-10-18T23:00:00Z', standing: 'to-come' }, second, first] }
}
