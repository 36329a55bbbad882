import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../desk-context.ts'
import type { Theme } from './teams-host.ts'
import { useTeamsHost } from './use-teams-host.ts'
import { teamsWords } from './words.ts'

type Props = { readonly theme: Theme; readonly width: number | undefined }

/** The real tab, at its true size. It is loaded anew for another person, another place in it or another device, as Teams would. */
export function TeamsTab({ theme, width }: Props) {
  const { person, place } = useDesk()
  const [loads, setLoads] = useState(0)
  const device = width === undefined ? 'desktop' : 'android'
  return (
    <TabFrame
      key={`${person.id} ${place.path} ${device} ${loads}`}
      theme={theme}
      width={width}
      again={() => setLoads((before) => before + 1)}
    />
  )
}

function TabFrame({ theme, width, again }: Props & { readonly again: () => void }) {
  const { sandbox, person, place } = useDesk()
  const frame = useRef<HTMLIFrameElement>(null)
  const standing = useTeamsHost(frame, theme, width === undefined ? 'desktop' : 'android')
  const slow = useSlow(standing.kind === 'starting')
  // The address at the first render: a later change of place makes a new frame, and a re-render must not reload this one.
  const [address] = useState(() => `${sandbox.addresses.tab}${place.path ? `#${place.path}` : ''}`)

  return (
    <div className={width === undefined ? 'tab' : 'tab tab-narrow'}>
      {standing.kind === 'starting' && !slow && <Spinner className="tab-starting" label={teamsWords.loading} />}
      {(slow || standing.kind === 'failed') && (
        <MessageBar intent={standing.kind === 'failed' ? 'error' : 'warning'} layout="multiline">
          <MessageBarBody>{standing.kind === 'failed' ? teamsWords.failed(standing.because) : teamsWords.slow}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={again}>
              {teamsWords.reload}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <iframe
        ref={frame}
        className="tab-frame"
        style={width === undefined ? undefined : { width, flex: 'none' }}
        title={teamsWords.tabOf(person.name)}
        src={address}
        // As Teams frames its tabs. The tab is of another origin, so it cannot lift its own sandbox.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads"
        allow="clipboard-write"
      />
    </div>
  )
}

/** True when ten seconds passed and the tab still has not begun. */
function useSlow(starting: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!starting) return undefined
    const timer = setTimeout(() => setSlow(true), 10_000)
    return () => clearTimeout(timer)
  }, [starting])
  return slow && starting
}
