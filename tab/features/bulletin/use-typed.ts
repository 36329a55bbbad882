import { useState } from 'react'

type Typed = { readonly text: string; readonly over: string; readonly seen: string }

/**
 * Words while they are typed; they are kept on leaving the field. Until then, and again afterwards, the field shows what is kept.
 *
 * Where somebody else has put other words there meanwhile, `keep` is told what was seen when the typing began, so that theirs are not
 * written over.
 */
export function useTyped(kept: string, seen: string, keep: (words: string, seen: string) => void) {
  const [typed, setTyped] = useState<Typed>()
  return {
    value: typed?.text ?? kept,
    onChange: (_event: unknown, { value }: { readonly value: string }) =>
      setTyped({ text: value, over: typed?.over ?? kept, seen: typed?.seen ?? seen }),
    onBlur: () => {
      setTyped(undefined)
      const words = typed?.text.trim()
      if (typed && words !== undefined && words !== kept) keep(words, typed.over === kept ? seen : typed.seen)
    },
  }
}
