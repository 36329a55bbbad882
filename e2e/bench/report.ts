import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Figure, Line, Measured } from './figure.ts'

export type Taken = {
  readonly figure: Pick<Figure, 'name' | 'title' | 'besideIs'>
  readonly measured: Measured
  readonly machine: string
  readonly on: string
}

const marks = (name: string) => [`<!-- figures: ${name} -->`, `<!-- end: ${name} -->`] as const

/** Writes each figure between its own marks, and leaves what people wrote around them. */
export function writeReport(path: string, taken: readonly Taken[]): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '# Performance\n'
  writeFileSync(path, taken.reduce(withFigure, before))
}

function withFigure(text: string, taken: Taken): string {
  const [from, to] = marks(taken.figure.name)
  const section = `${from}\n\n${sectionOf(taken)}\n${to}`
  const [start, end] = [text.indexOf(from), text.indexOf(to)]
  if (start < 0 || end < start) return `${text.trimEnd()}\n\n## ${taken.figure.title}\n\n${section}\n`
  return text.slice(0, start) + section + text.slice(end + to.length)
}

function sectionOf({ figure, measured, machine, on }: Taken): string {
  return [
    `| | measured | ${figure.besideIs} | ratio |`,
    '| --- | ---: | ---: | ---: |',
    ...measured.lines.map(rowOf),
    '',
    `${measured.note} Taken on ${on}: ${machine}.`,
    '',
  ].join('\n')
}

function rowOf({ what, value, beside = '', ratio }: Line): string {
  return `| ${what} | ${value} | ${beside} | ${ratio === undefined ? '' : ratio.toFixed(2)} |`
}

/** The same for who reads along. */
export function inWords({ figure, measured }: Taken): string {
  const width = Math.max(...measured.lines.map(({ what }) => what.length))
  const lines = measured.lines.map(
    ({ what, value, beside, ratio }) =>
      `  ${what.padEnd(width)}  ${value}${beside ? `  beside ${beside}` : ''}${ratio === undefined ? '' : `  × ${ratio.toFixed(2)}`}`,
  )
  return [figure.title, ...lines, `  ${measured.note}`, ''].join('\n')
}
