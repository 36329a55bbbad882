import { useState } from 'react'
import { importReport } from '../../../api/contracts/register.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { problemWords } from '../../ui/words.ts'
import { words } from './words.ts'

/** What the register is read from: a document given here, or else modern.gov. */
type Source = { readonly xml?: string }

export type Importing =
  | { readonly kind: 'idle' | 'reading' | 'read' }
  | { readonly kind: 'trouble'; readonly words: string }
  /** More than half the Members would leave: after an election that is so, otherwise it is the wrong register. */
  | { readonly kind: 'to-confirm'; readonly words: string; readonly source: Source }

export type Import = {
  readonly importing: Importing
  readonly readRegister: () => Promise<void>
  readonly readFile: (file: File) => Promise<void>
  readonly confirm: (source: Source) => Promise<void>
  readonly leaveIt: () => void
}

const largest = 5_000_000

/** C1.2: reads the register when an officer asks for it, one reading at a time. */
export function useImport(onRead: () => Promise<void>): Import {
  const api = useApi()
  const [importing, setImporting] = useState<Importing>({ kind: 'idle' })

  async function read(source: Source, confirmed: boolean): Promise<void> {
    if (importing.kind === 'reading') return
    setImporting({ kind: 'reading' })
    const answer = await api.post('/members/import', confirmed ? { ...source, confirmed } : source, importReport)
    if (answer.kind === 'ok') {
      await onRead()
      setImporting({ kind: 'read' })
    } else if (answer.kind === 'unreachable') {
      setImporting({ kind: 'trouble', words: words.notRead })
    } else if (answer.problem.refusal === 'too-many-leave') {
      setImporting({ kind: 'to-confirm', words: problemWords(answer.problem), source })
    } else {
      setImporting({ kind: 'trouble', words: problemWords(answer.problem) })
    }
  }
  async function readFile(file: File): Promise<void> {
    if (file.size > largest) return setImporting({ kind: 'trouble', words: words.tooLarge })
    return read({ xml: await file.text() }, false)
  }
  return {
    importing,
    readRegister: () => read({}, false),
    readFile,
    confirm: (source) => read(source, true),
    leaveIt: () => setImporting({ kind: 'idle' }),
  }
}
