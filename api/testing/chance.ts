/** From 0 up to 1, the same numbers for the same seed: a linear congruence is chance enough for where pages end and what comes first. */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
