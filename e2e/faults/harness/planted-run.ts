import { firstToBite, plant, plantedMistakes, type Lived, type Where } from './planted.ts'

/*
 * `node planted-run.ts NAME`: lives seeds, or one deed over and over, with one mistake planted until the checkers say what is expected, and
 * tells in one line of JSON which life it took and what they said. The product is loaded only after the mistake is planted.
 */

const most = 200
const named = process.argv[2]
const mistake = plantedMistakes().find(({ name }) => name === named)
if (!mistake) throw new TypeError(`no mistake is called "${named ?? ''}"`)
plant(mistake.edits)
const { orderOf, run } = await import('./run.ts')
const { deedCalled } = await import('./deeds.ts')
const { throughout } = await import('./sweep.ts')

async function* lives(where: Where): AsyncGenerator<Lived> {
  if ('deed' in where) {
    yield* throughout(deedCalled(where.deed), { ...where, most })
    return
  }
  const tellingAll = process.argv[3] === 'afresh'
  const numbered = Array.from({ length: most }, (_, index) => index + 1)
  for (const number of new Set(tellingAll ? numbered : [...where.seeds, ...numbered])) yield await run(orderOf(number))
}

process.stdout.write(JSON.stringify(await firstToBite(lives(mistake.where), mistake.expectCaughtBy)))
process.exit(0)
