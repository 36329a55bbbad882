import {
  AriaLiveAnnouncer,
  FluentProvider,
  RendererProvider,
  createDOMRenderer,
  makeStaticStyles,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useMemo } from 'react'
import { ApiProvider } from './api/ApiContext.tsx'
import { createApi } from './api/client.ts'
import { HostProvider } from './host/HostContext.tsx'
import { OpenInTeams } from './host/OpenInTeams.tsx'
import type { Host } from './host/teams.ts'
import { themes } from './host/theme.ts'
import { useTheme } from './host/use-theme.ts'
import { SignedIn } from './SignedIn.tsx'
import { AnswersProvider } from './ui/answering/AnswersContext.tsx'
import { createAnswers } from './ui/answering/answers.ts'
import { usePaper } from './ui/paper.ts'

const usePageStyles = makeStaticStyles({
  // What has focus is scrolled clear of the bar at the bottom.
  html: { textSizeAdjust: '100%', scrollPaddingBottom: '120px' },
  body: { margin: 0 },
})

const useStyles = makeStyles({
  root: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media print': { backgroundColor: 'transparent' },
  },
})

type Props = { readonly nonce: string | undefined; readonly host: Host | undefined; readonly teamsAppId: string | undefined }

/** Fluent's styles are written into the page by script, so each carries the nonce of the content security policy. */
export function App({ nonce, host, teamsAppId }: Props) {
  const renderer = useMemo(() => createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {}), [nonce])
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      {host ? <InTeams host={host} /> : <OutsideTeams teamsAppId={teamsAppId} />}
    </RendererProvider>
  )
}

function InTeams({ host }: { readonly host: Host }) {
  usePageStyles()
  usePaper()
  const styles = useStyles()
  const theme = useTheme(host)
  const connection = useMemo(() => {
    const api = createApi({ fetch: (url, init) => fetch(url, init), token: host.token, isOffline: () => !navigator.onLine, wait })
    return { api, known: new Map<string, unknown>(), begun: new Map<string, unknown>() }
  }, [host])
  const answers = useMemo(() => createAnswers(connection.api, wait), [connection])
  return (
    <FluentProvider theme={themes[theme]}>
      {/* Of its own: what the provider itself wears, every menu wears too, and one as high as the window hides the page. */}
      <div className={styles.root}>
        <AriaLiveAnnouncer>
          <HostProvider value={host}>
            <ApiProvider value={connection}>
              <AnswersProvider value={answers}>
                <SignedIn />
              </AnswersProvider>
            </ApiProvider>
          </HostProvider>
        </AriaLiveAnnouncer>
      </div>
    </FluentProvider>
  )
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function OutsideTeams({ teamsAppId }: { readonly teamsAppId: string | undefined }) {
  usePageStyles()
  const styles = useStyles()
  return (
    <FluentProvider theme={themes.default} className={styles.root}>
      <OpenInTeams teamsAppId={teamsAppId} />
    </FluentProvider>
  )
}
