import type { Manifest, Translation } from '../manifest.ts'
import { textsOf } from '../places.ts'

type Said = { readonly '@DefaultValue': string; readonly Override?: readonly { readonly '@Locale': string; readonly '@Value': string }[] }

/** A text of the manifest, in its own language and in every other that has it. `shape` says what becomes of it in the XML manifest. */
export function saying(manifest: Manifest, translations: readonly Translation[]) {
  const own = new Map(textsOf(manifest).map(({ at, text }) => [at, text]))
  return (at: string, shape = (text: string) => text): Said => {
    const text = own.get(at)
    if (text === undefined) throw new Error(`${at} is no text of the manifest`)
    const elsewhere = translations.flatMap(({ tag, texts }) =>
      texts[at] === undefined ? [] : [{ '@Locale': localeOf(tag), '@Value': shape(texts[at]) }],
    )
    return { '@DefaultValue': shape(text), ...(elsewhere.length > 0 ? { Override: elsewhere } : {}) }
  }
}

/** `en-gb` as `en-GB`. */
export function localeOf(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag
}

type Kind = 'Images' | 'Urls' | 'ShortStrings' | 'LongStrings'
const elements = { Images: 'bt:Image', Urls: 'bt:Url', ShortStrings: 'bt:String', LongStrings: 'bt:String' } as const

/** What the XML manifest says in one place and refers to elsewhere, each thing once. */
export function createResources() {
  const all: Record<Kind, Map<string, { readonly id: string; readonly said: Said }>> = {
    Images: new Map(),
    Urls: new Map(),
    ShortStrings: new Map(),
    LongStrings: new Map(),
  }
  return {
    /** The attribute that refers to it. */
    reference(kind: Kind, said: Said): { readonly '@resid': string } {
      const key = JSON.stringify(said)
      const known = all[kind].get(key) ?? { id: `${kind}.${all[kind].size + 1}`, said }
      all[kind].set(key, known)
      return { '@resid': known.id }
    },
    element: () =>
      Object.fromEntries(
        Object.entries(all)
          .filter(([, each]) => each.size > 0)
          .map(([kind, each]) => [
            `bt:${kind}`,
            { [elements[kind as Kind]]: [...each.values()].map(({ id, said }) => ({ '@id': id, ...said })) },
          ]),
      ),
  }
}

export type Resources = ReturnType<typeof createResources>
