type Named<Value> = readonly (readonly [value: Value, words: string])[]

/** One setting that can be changed here, at its place in the rulebook. `label`: what it is called when it is read out alone. */
export type Field = { readonly path: string; readonly label: string } & (
  | { readonly kind: 'number' | 'time' }
  | { readonly kind: 'switch' }
  | { readonly kind: 'text'; readonly atMost: number }
  | { readonly kind: 'choice'; readonly options: Named<string | number> }
  | { readonly kind: 'ticks'; readonly options: Named<string> }
)

/** A sentence, some of whose words can be changed. */
export type Rule = readonly (string | Field)[]
/** `lists`: their places. */
export type RuleArea = { readonly heading: string; readonly rules: readonly Rule[]; readonly lists?: readonly string[] }

export const number = (path: string, label: string): Field => ({ kind: 'number', path, label })
export const time = (path: string, label: string): Field => ({ kind: 'time', path, label })
export const text = (path: string, label: string, atMost = 100): Field => ({ kind: 'text', path, label, atMost })
export const onOff = (path: string, label: string): Rule => [{ kind: 'switch', path, label }]
export const choice = (path: string, label: string, options: Named<string | number>): Field => ({ kind: 'choice', path, label, options })
export const ticks = (path: string, label: string, options: Named<string>): Rule => [{ kind: 'ticks', path, label, options }]

export function fieldsOf(rules: readonly Rule[]): readonly Field[] {
  return rules.flatMap((rule) => rule.filter((part): part is Field => typeof part !== 'string'))
}
