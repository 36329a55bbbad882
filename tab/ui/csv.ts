/** What a spreadsheet would take for a formula: made a text by an apostrophe, so that a name cannot run anything. */
const formula = /^[\s]*[=+\-@\t\r|]/

/**
 * One cell of a CSV file, safe to open.
 *
 * Figures of our own stay figures; a text that begins like a formula is defused (OWASP, CSV injection).
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A whole file, with the mark by which Excel knows that it is UTF-8. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** Offers the file for saving. Made here from what is on the screen: nothing is kept anywhere. */
export function saveCsv(name: string, rows: readonly (readonly (string | number)[])[]): void {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(name)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** "Planning: making sound decisions" as a file may be called. */
export function fileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[^\w\s-]/g, '')
    .trim()
    .replaceAll(/\s+/g, '-')
    .toLowerCase()
  return `${plain.slice(0, 80) || 'quorate'}.csv`
}
