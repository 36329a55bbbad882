import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Host } from './teams.ts'
import type { ThemeName } from './theme.ts'

/** Teams' theme, as it changes; paper is always white, so printing takes the default one. */
export function useTheme(host: Host): ThemeName {
  const [theme, setTheme] = useState(host.theme)
  const [printing, setPrinting] = useState(false)

  useEffect(() => host.onTheme(setTheme), [host])
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])

  return printing ? 'default' : theme
}
