/** Something read before and still fresh enough. */
export type Fresh<Value> = {
  get(read: () => Promise<Value>): Promise<Value>
  forget(): void
}

/** Keeps what was read for so many milliseconds of `mono`. What was asked for together is read once; a failed reading is not kept. */
export function fresh<Value>(mono: () => number, milliseconds: number): Fresh<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | undefined
  return {
    async get(read) {
      if (kept && mono() < kept.until) return kept.value
      const reading = { value: read(), until: mono() + milliseconds }
      kept = reading
      try {
        return await reading.value
      } catch (fault) {
        if (kept === reading) kept = undefined
        throw fault
      }
    },
    forget() {
      kept = undefined
    },
  }
}
