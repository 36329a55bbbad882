/** Runs one piece of work at a time, in order of asking: two hands on one clock would tear it. */
export function createLane(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined) // whoever asked hears of the failure; the next in line does not
    return mine
  }
}
