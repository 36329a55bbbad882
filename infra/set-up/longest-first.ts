import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A minute or more each. Begun last, one of them would keep a core waiting for the other. */
const longest = [
  'tower-hamlets.year',
  'every-page.e2e',
  'first-ten-minutes.e2e',
  'sweep.test',
  'seeds.test',
  'decade.test',
  'planted.test',
  'main.sandbox.test',
]

/** As vitest orders them, but what takes longest first: it knows that by itself only where it has run them before. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((name) => moduleId.includes(`/${name}.`))
      return place < 0 ? longest.length : place
    }
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
