import { useState } from 'react'
import { outlookWords } from './words.ts'

type Body = { readonly contentType: string; readonly content: string } | null | undefined

/**
 * The words of a mail. HTML is shown in a frame that runs no script and loads nothing from outside,
 * whatever the mail says: what is sent to a council is not to be trusted because it is on the desk.
 */
export function MessageBody({ body, preview }: { readonly body: Body; readonly preview?: string | null }) {
  if (body?.contentType.toLowerCase() === 'html') return <HtmlBody html={body.content} />
  return <p className="body-text">{body?.content ?? preview ?? ''}</p>
}

const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`
const look =
  '<style>body{font:14px/20px "Segoe UI","Open Sans","Noto Sans",Arial,sans-serif;margin:0;color:#242424;overflow-wrap:anywhere}</style>'

export function HtmlBody({ html }: { readonly html: string }) {
  const [height, setHeight] = useState(160)
  return (
    <iframe
      className="body-frame"
      title={outlookWords.message}
      // Same origin only so that its height can be read; without allow-scripts nothing in it runs.
      sandbox="allow-same-origin allow-popups"
      srcDoc={`${policy}${look}<base target="_blank">${html}`}
      style={{ height }}
      onLoad={({ currentTarget }) => setHeight((currentTarget.contentDocument?.documentElement.scrollHeight ?? 160) + 8)}
    />
  )
}
