/** Whatever is meant is shallower than this; a body that is deeper would overflow the stack of whoever walks through it. */
const deepest = 64

/** Whether lists and objects stand in each other deeper than anybody means. Walks level by level, so that no depth can harm it. */
export function isTooDeep(body: unknown): boolean {
  let level = [body].filter(holdsMore)
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === deepest) return true
    level = level.flatMap((each) => Object.values(each).filter(holdsMore))
  }
  return false
}

function holdsMore(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
