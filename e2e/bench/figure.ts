/** One line of a figure: what was measured, what it is compared with, and the ratio of the two. */
export type Line = {
  readonly what: string
  readonly value: string
  readonly beside?: string
  readonly ratio?: number
}

export type Measured = {
  readonly lines: readonly Line[]
  /** What a reader must know of this run: sizes, and what was left out. */
  readonly note: string
}

export type Figure = {
  /** What is asked for on the command line. */
  readonly name: string
  readonly title: string
  /** Heading of the column that it is compared with. */
  readonly besideIs: string
  /** `size` 1 is what `npm run bench` takes; less is quicker and tells less. */
  run(size: number): Promise<Measured>
}

/** Something beside what it is compared with, in one unit. */
export function beside(what: string, value: number, bare: number, unit: string, digits = 1): Line {
  return { what, value: withUnit(value, unit, digits), beside: withUnit(bare, unit, digits), ratio: value / bare }
}

export function alone(what: string, value: number, unit: string, digits = 1): Line {
  return { what, value: withUnit(value, unit, digits) }
}

function withUnit(value: number, unit: string, digits: number): string {
  return `${value.toFixed(digits)}${unit ? ` ${unit}` : ''}`
}

/** The part of a size: never less than `least`, because a figure of nothing is none. */
export function sized(size: number, full: number, least = 1): number {
  return Math.max(least, Math.round(full * size))
}

/** The value below which so much of the samples lies: `quantile(samples, 0.95)`. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((one, other) => one - other)
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]
  if (found === undefined) throw new RangeError('there is no quantile of nothing')
  return found
}
