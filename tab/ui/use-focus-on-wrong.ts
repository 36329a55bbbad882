import { useEffect, useRef } from 'react'

/** After a try that lacks something, focus goes to the first field that wants it: at each try, so pass something new each time. */
export function useFocusOnWrong(tried: object | undefined) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tried])
  return form
}
