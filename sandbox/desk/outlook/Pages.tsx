import { Button } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useEffect, useRef, type ReactNode } from 'react'
import { outlookWords } from './words.ts'

type Props = {
  /** Whether something of the list was opened: a narrow window shows that in place of the list. */
  readonly open: boolean
  readonly close: () => void
  readonly list: ReactNode
  readonly children: ReactNode
}

/** A list and one thing of it, side by side where there is room. Where there is none, focus goes with what is shown. */
export function Pages({ open, close, list, children }: Props) {
  const listed = useRef<HTMLDivElement>(null)
  const shown = useRef<HTMLDivElement>(null)
  const wasOpen = useRef(open)
  useEffect(() => {
    if (open === wasOpen.current) return
    wasOpen.current = open
    if (isHidden(open ? listed.current : shown.current)) focusIn(open ? shown.current : listed.current)
  }, [open])

  return (
    <div className={open ? 'pages pages-open' : 'pages'}>
      <div className="pages-list" ref={listed}>
        {list}
      </div>
      <div className="pages-detail" ref={shown}>
        {open && (
          <Button className="pages-back" appearance="subtle" icon={<ArrowLeft20Regular />} onClick={close}>
            {outlookWords.back}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}

function isHidden(element: HTMLElement | null): boolean {
  return element !== null && getComputedStyle(element).display === 'none'
}

/** To the row that is chosen, else to the first thing that can be pressed. */
function focusIn(element: HTMLElement | null): void {
  const target = element?.querySelector<HTMLElement>('[aria-current]') ?? element?.querySelector<HTMLElement>('button')
  target?.focus()
}
