import { useState } from 'react'
import { importReport, members, type MembersView } from '../../../api/contracts/register.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { useSigned } from '../../ui/MeContext.tsx'
import { words } from './words.ts'

export type Importing = { readonly kind: 'idle' | 'reading' } | { readonly kind: 'trouble'; readonly words: string }

export type MembersState = {
  readonly resource: Resource<MembersView>
  readonly importing: Importing
  readonly readRegister: () => Promise<void>
  readonly readFile: (file: File) => Promise<void>
  /** A number was put right: the page and the badge are read again. */
  readonly afterNumber: () => Promise<void>
}

const largest = 5_000_000

/** The Members, and the register that they are read from. */
export function useMembers(): MembersState {
  const api = useApi()
  const { refresh } = useSigned()
  const resource = useResource('/members', members)
  const [importing, setImporting] = useState<Importing>({ kind: 'idle' })

  async function read(body: { readonly xml?: string }): Promise<void> {
    setImporting({ kind: 'reading' })
    const answer = await api.post('/members/import', body, importReport)
    if (answer.kind !== 'ok') {
      const why = answer.kind === 'unreachable' ? words.notRead : [answer.problem.title, answer.problem.detail].filter(Boolean).join('. ')
      return setImporting({ kind: 'trouble', words: why })
    }
    setImporting({ kind: 'idle' })
    await resource.again()
    return refresh()
  }
  async function readFile(file: File): Promise<void> {
    if (file.size > largest) return setImporting({ kind: 'trouble', words: words.tooLarge })
    return read({ xml: await file.text() })
  }
  async function afterNumber(): Promise<void> {
    await resource.again()
    await refresh()
  }
  return { resource, importing, readRegister: () => read({}), readFile, afterNumber }
}
