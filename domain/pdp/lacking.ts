/** As much of a plan as is looked at: the same in the tab, which has its days as text. */
type Written = { readonly objectives: readonly { readonly aim: string; readonly byOn?: unknown }[] }

/** What a plan still lacks before it can be agreed. `number` counts its objectives from 1. */
export type Lacking = { readonly kind: 'objective' } | { readonly kind: 'aim' | 'timescale'; readonly number: number }

/** C6.1: identified objectives, each with a timescale. */
export function lackingIn({ objectives }: Written): readonly Lacking[] {
  if (objectives.length === 0) return [{ kind: 'objective' }]
  return objectives.flatMap(({ aim, byOn }, index) => [
    ...(aim.trim() === '' ? [{ kind: 'aim', number: index + 1 } as const] : []),
    ...(byOn === undefined ? [{ kind: 'timescale', number: index + 1 } as const] : []),
  ])
}
