import type { Text } from './control.ts'

/** Who got texts, by id, each as often as they did: the mobiles of a test's world end in the number of the Member. */
export function whoGot(texts: readonly Text[]): readonly string[] {
  return texts.map(({ to }) => `m${Number(to.replaceAll(/\D/g, '').slice(-2))}`).toSorted((one, other) => numberOf(one) - numberOf(other))
}

function numberOf(member: string): number {
  return Number(member.slice(1))
}
