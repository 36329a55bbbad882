import { firstToBite, plant, plantedMistakes } from './planted.ts'

/*
 * `node planted-run.ts NAME`: lives seeds with one mistake planted until the checkers say what is expected, and tells in one line of JSON which
 * seed it took and what they said. The product is loaded only after the mistake is planted.
 */

const most = 200
const named = process.argv[2]
const mistake = plantedMistakes().find(({ name }) => name === named)
if (!mistake) throw new TypeError(`no mistake is called "${named ?? ''}"`)
plant(mistake.edits)
const { orderOf, run } = await import('./run.ts')

const live = async (number: number) => run(orderOf(number))
const numbered = Array.from({ length: most }, (_, index) => index + 1)
const tellingAll = process.argv[3] === 'afresh'
process.stdout.write(
  JSON.stringify(await firstToBite(new Set(tellingAll ? numbered : [...mistake.seeds, ...numbered]), mistake.expectCaughtBy, live)),
)
process.exit(0)
