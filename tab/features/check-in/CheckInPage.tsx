import { useState } from 'react'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { CodeEntry } from '../../ui/check-in/CodeEntry.tsx'
import { Page } from '../../ui/Page.tsx'
import { words } from './words.ts'

const back = { to: { page: 'more' }, words: words.back } as const

/** C2.7: checking in to whichever session the code belongs to, for whoever was not invited to it too. */
export function CheckInPage() {
  const [sessionId, setSessionId] = useState<string>()
  return (
    <Page of="member" title={words.title} lead={words.lead} back={back}>
      <Card>
        <CodeEntry onCheckedIn={(done) => setSessionId(done.sessionId)} />
        {sessionId ? (
          <p style={{ margin: 0 }}>
            <a href={hrefOf({ page: 'my-session', sessionId })}>{words.open}</a>
          </p>
        ) : (
          <p style={{ margin: 0 }}>{words.otherwise}</p>
        )}
      </Card>
    </Page>
  )
}
