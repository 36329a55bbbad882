import type { RefObject } from 'react'
import { useDesk } from '../desk-context.ts'

type Props = {
  readonly frame: RefObject<HTMLIFrameElement | null>
  readonly page: 'pane' | 'events'
  readonly title: string
  readonly className: string
}

/** A page of the real add-in, from the product. */
export function AddInFrame({ frame, page, title, className }: Props) {
  const { sandbox } = useDesk()
  return (
    <iframe
      ref={frame}
      className={className}
      title={title}
      src={new URL(`/outlook/${page}.html`, sandbox.addresses.tab).href}
      // As Outlook on the web frames add-ins. The page is of another origin, so it cannot lift its own sandbox.
      // oxlint-disable-next-line react/iframe-missing-sandbox
      sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
      {...(page === 'events' ? { 'aria-hidden': true, tabIndex: -1 } : {})}
    />
  )
}
