/** Chance that a seed determines wholly: the same text gives the same draws, on every machine. */
export type Chance = {
  /** From 0, below 1. */
  next(): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  pick<Item>(items: readonly [Item, ...Item[]]): Item
  happens(probability: number): boolean
}

/** sfc32, begun from a hash of the text: small, fast, and good enough to be fair. */
export function chanceFrom(text: string): Chance {
  let [a, b, c] = [hashOf(`${text} a`), hashOf(`${text} b`), hashOf(`${text} c`)]
  let counter = 1

  function next(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return ((c + sum) >>> 0) / 4_294_967_296
  }

  for (let turn = 0; turn < 12; turn += 1) next()
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    happens: (probability) => next() < probability,
  }
}

/** FNV-1a over the text's characters. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
