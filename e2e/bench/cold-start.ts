import { alone, beside, quantile, sized, type Figure } from './figure.ts'
import type { Running } from './processes.ts'
import { benchWorld, startStage, type Stage } from './stage.ts'

const mebibyte = 2 ** 20

type Start = { readonly readyAfter: number; readonly resident: number; readonly heap: number }

/** From the start of the process until it can be asked, and what it holds then, beside an Express with the same check of tokens. */
export const coldStart: Figure = {
  name: 'start',
  title: 'Cold start and memory',
  besideIs: 'the bare Express process',
  async run(size) {
    const times = sized(size, 5)
    const stage = await startStage(benchWorld(8))
    try {
      const product = await startsOf(() => stage.startProduct('on'), times)
      const bare = await startsOf(() => stage.startBare(), times)
      const imports = await startsOf(() => startImports(stage), times)
      const of = (starts: readonly Start[], part: keyof Start) =>
        quantile(
          starts.map((start) => start[part]),
          0.5,
        )
      const lines = [
        beside('start until ready', of(product, 'readyAfter'), of(bare, 'readyAfter'), 'ms', 0),
        beside('resident memory', of(product, 'resident') / mebibyte, of(bare, 'resident') / mebibyte, 'MiB'),
        beside('heap in use', of(product, 'heap') / mebibyte, of(bare, 'heap') / mebibyte, 'MiB'),
        alone('the same libraries imported and nothing done: until ready', of(imports, 'readyAfter'), 'ms', 0),
        alone('the same libraries imported and nothing done: resident', of(imports, 'resident') / mebibyte, 'MiB'),
      ]
      return { lines, note: `The middle of ${times}. Ready: storage has answered and every table is there. Memory after a collection.` }
    } finally {
      await stage.close()
    }
  },
}

function startImports(stage: Stage): Promise<Running> {
  return stage.startBare('with-libraries')
}

async function startsOf(start: () => Promise<Running>, times: number): Promise<readonly Start[]> {
  const starts: Start[] = []
  for (let time = 0; time < times; time += 1) {
    const running = await start()
    const { memory } = await running.spent('memory')
    starts.push({ readyAfter: running.readyAfter, resident: memory.rss, heap: memory.heapUsed })
    await running.close()
  }
  return starts
}
