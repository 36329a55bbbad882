import { controlsOf, type Manifest, type Translation } from '../manifest.ts'
import type { Mistake } from '../mistake.ts'
import { textsOf } from '../places.ts'

/** Longer ones pass the schema or the portal, and are then cut off where they are shown. */
export function lengthMistakes(manifest: Manifest): readonly Mistake[] {
  const texts = [
    { at: 'name.short', text: manifest.name.short, longest: 30 },
    { at: 'name.full', text: manifest.name.full, longest: 100 },
    { at: 'description.short', text: manifest.description.short, longest: 80 },
    ...controlsOf(manifest.extensions[0]).flatMap(({ id, label, supertip }) => [
      { at: `the button “${id}”: label`, text: label, longest: 32 },
      { at: `the button “${id}”: supertip.title`, text: supertip.title, longest: 64 },
      { at: `the button “${id}”: supertip.description`, text: supertip.description, longest: 128 },
    ]),
  ]
  return texts.flatMap(({ at, text, longest }) => {
    if (text.trim() === '' || text !== text.trim()) return [{ at, because: `“${text}” is empty, or begins or ends with a space` }]
    return text.length <= longest ? [] : [{ at, because: `“${text}” has ${text.length} characters; ${longest} are shown` }]
  })
}

/** A translation may only say what the manifest says: a key that names nothing in it is a text that nobody will ever see. */
export function translationMistakes(manifest: Manifest, translations: readonly Translation[]): readonly Mistake[] {
  const places = textsOf(manifest).map(({ at }) => at)
  const missing = manifest.localizationInfo.additionalLanguages.filter(
    ({ languageTag }) => !translations.some(({ tag }) => tag === languageTag),
  )
  return [
    ...missing.map(({ file }) => ({
      at: `appPackage/${file}`,
      because: 'is named in localizationInfo and is not there, or is no list of texts',
    })),
    ...translations.flatMap(({ tag, texts }) =>
      Object.keys(texts)
        .filter((key) => !places.includes(key))
        .map((key) => ({ at: `the texts in ${tag}`, because: `“${key}” is no text of the manifest` })),
    ),
  ]
}
