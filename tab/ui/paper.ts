import { makeStaticStyles } from '@fluentui/react-components'

/**
 * Every page on paper: what is pressed is not there, a heading stands with what it heads, no row is torn, and what is ticked prints as
 * ticked although backgrounds do not.
 *
 * Traps: written as text, because Griffel leaves out a query among static styles that are written as an object. `:root` outweighs the one
 * class by which Fluent shows a button.
 */
export const usePaper = makeStaticStyles(`
  @media print {
    body { background-color: #ffffff; }
    :root button, :root a.fui-Button { display: none; }
    h1, h2, h3 { break-after: avoid; }
    tr, li, dt, dd, p { break-inside: avoid; }
    .fui-Checkbox__indicator, .fui-Radio__indicator, .fui-Switch__indicator { print-color-adjust: exact; }
  }
`)

const mayBreak = { breakInside: 'auto', boxDecorationBreak: 'clone' } as const

/**
 * A card is whole on one sheet, but for one that holds so much that it would leave most of a sheet empty.
 *
 * Trap: Griffel takes a comma for the end of a selector, also within `:has()`.
 */
export const onPaper = {
  boxShadow: 'none',
  breakInside: 'avoid',
  ':has(tr:nth-child(8))': mayBreak,
  ':has(li:nth-child(8))': mayBreak,
  ':has(section ~ section)': mayBreak,
} as const
