const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "two" to ten, figures above: as a sentence wants a number. */
export function numberWord(many: number): string {
  return words[many] ?? String(many)
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "1 Member", "5 Members". */
export function counted(many: number, one: string, several = `${one}s`): string {
  return `${many} ${many === 1 ? one : several}`
}

/** "Cllr Rook", "Cllr Rook and Cllr Trask", "Cllr Rook, Cllr Trask and 3 others". */
export function listed(names: readonly string[], atMost = 5): string {
  const shown = names.slice(0, atMost)
  const left = names.length - shown.length
  const parts = left > 0 ? [...shown, counted(left, 'other')] : shown
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}
