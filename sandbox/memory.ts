/**
 * What the services remember: plain data under a name each, changed in place. So all of it can be written down when the sandbox stops,
 * and taken up again. Nothing in it is a function or has a class, and whatever waits for a time says for which.
 */
export type Memory = {
  /** What was kept under a name, or what `fresh` makes. */
  of<State extends object>(name: string, fresh: () => State): State
}

/** Everything there is in it, by name. */
export type Remembered = ReadonlyMap<string, object>

export function createMemory(kept: Remembered = new Map()): Memory & { readonly all: Remembered } {
  const all = new Map(kept)
  return {
    all,
    of<State extends object>(name: string, fresh: () => State): State {
      const found = all.get(name) ?? fresh()
      all.set(name, found)
      return found as State // written by the same name in the same version: whatever reads what was kept sees to that
    },
  }
}
