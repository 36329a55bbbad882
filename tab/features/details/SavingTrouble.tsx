import { Status } from '../../ui/Status.tsx'
import { problemWords, wordsOfSaving } from '../../ui/words.ts'
import type { Saving } from './use-details.ts'
import { words } from './words.ts'

/** How saving the details stands, and what is in its way. */
export function SavingTrouble({ saving }: { readonly saving: Saving }) {
  if (saving.kind === 'saving') return <Status icon="telling">{wordsOfSaving.saving}</Status>
  if (saving.kind === 'unknown') return <Status icon="danger">{words.notSaved}</Status>
  if (saving.kind === 'wrong') return <Status icon="danger">{words.putRight}</Status>
  return saving.kind === 'refused' ? <Status icon="danger">{problemWords(saving.problem)}</Status> : null
}
