import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import type { Saving } from './keeper.ts'
import { savingWords } from './words.ts'

/** How what is being written stands: saved, being saved, or waiting on this device. */
export function Saved({ saving, lasts }: { readonly saving: Saving; readonly lasts: boolean }) {
  const said = savingWords(saving, lasts)
  return <Live>{said && <Status icon={said.icon}>{said.words}</Status>}</Live>
}
