import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import type { EntryField, List } from './entry.ts'

type Named = readonly (readonly [value: string, words: string])[]
type More = Pick<EntryField, 'hint' | 'isAsked'> & { readonly optional?: boolean; readonly atMost?: number }

export const text = (path: string, label: string, more: More = {}): EntryField => ({ kind: 'text', path, label, atMost: 100, ...more })
export const address = (path: string, label: string, more: More = {}): EntryField => ({
  kind: 'address',
  path,
  label,
  atMost: 200,
  ...more,
})
export const number = (path: string, label: string, more: More = {}): EntryField => ({ kind: 'number', path, label, atMost: 6, ...more })
export const time = (path: string, label: string): EntryField => ({ kind: 'time', path, label, atMost: 5 })
export const day = (path: string, label: string, more: More = {}): EntryField => ({ kind: 'day', path, label, atMost: 10, ...more })
export const tick = (path: string, label: string): EntryField => ({ kind: 'tick', path, label })
export const lines = (path: string, label: string, hint: string): EntryField => ({ kind: 'lines', path, label, hint })
export const ticks = (path: string, label: string, options: Named): EntryField => ({ kind: 'ticks', path, label, options })

type Once = { readonly isOnce?: boolean }

export const choice = (path: string, label: string, options: Readonly<Record<string, string>>, once: Once = {}): EntryField => ({
  kind: 'choice',
  path,
  label,
  options: () => Object.entries(options),
  ...once,
})

/** A list of people, each by an address. */
export const people = { one: 'a person', fields: [address('', 'Email address')], begin: () => '' } as const satisfies Omit<List, 'path'>

/** A list of times that have a name, a first day and a last. */
export const periods = {
  fields: [text('label', 'What it is called', { atMost: 60 }), day('from', 'First day'), day('to', 'Last day')],
  begin: () => ({ label: '', from: '', to: '' }),
} as const satisfies Omit<List, 'path' | 'one'>

/** Of the council's kinds, those that are being added too. `none`: what it is called to choose none. */
export const kindOfSession = (path: string, label: string, { none, ...once }: Once & { readonly none?: string } = {}): EntryField => ({
  kind: 'choice',
  path,
  label,
  options: ({ kinds }: Rulebook) => [
    ...(none === undefined ? [] : [[undefined, none] as const]),
    ...kinds.map((kind) => [kind.id, kind.label] as const),
  ],
  ...once,
})

/** What nobody has said yet is neither yes nor no. */
export const yesNoOrUnsaid = (path: string, label: string, [unsaid, yes, no]: readonly [string, string, string]): EntryField => ({
  kind: 'choice',
  path,
  label,
  options: () => [
    [undefined, unsaid],
    [true, yes],
    [false, no],
  ],
})
