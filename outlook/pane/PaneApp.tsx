import {
  AriaLiveAnnouncer,
  FluentProvider,
  RendererProvider,
  createDOMRenderer,
  makeStaticStyles,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useMemo, type ReactNode } from 'react'
import { ApiProvider } from '../../tab/api/ApiContext.tsx'
import { createApi } from '../../tab/api/client.ts'
import { Trouble } from '../../tab/ui/Trouble.tsx'
import { useMedia } from '../../tab/ui/widths.ts'
import type { Outlook } from '../office/outlook.ts'
import { Pane } from './Pane.tsx'
import { lookOf, themes } from './theme.ts'
import { notSignedIn, words } from './words.ts'

const usePageStyles = makeStaticStyles({ html: { textSizeAdjust: '100%' }, body: { margin: 0 } })
const useStyles = makeStyles({
  pane: {
    minHeight: '100vh',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

type Props = { readonly nonce: string | undefined; readonly outlook: Outlook | undefined }

/** The pane in Outlook's own colours. Fluent's styles carry the nonce of the content security policy. */
export function PaneApp({ nonce, outlook }: Props) {
  const renderer = useMemo(() => createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {}), [nonce])
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <Themed background={outlook?.background}>
        {outlook ? (
          <InOutlook outlook={outlook} />
        ) : (
          <main>
            <Trouble icon="error" title={words.outside}>
              {words.outsideDetail}
            </Trouble>
          </main>
        )}
      </Themed>
    </RendererProvider>
  )
}

function Themed({ background, children }: { readonly background: string | undefined; readonly children: ReactNode }) {
  usePageStyles()
  const styles = useStyles()
  const device = { isForced: useMedia('(forced-colors: active)'), isDark: useMedia('(prefers-color-scheme: dark)') }
  return (
    <FluentProvider theme={themes[lookOf(background, device)]}>
      <div className={styles.pane}>
        <AriaLiveAnnouncer>{children}</AriaLiveAnnouncer>
      </div>
    </FluentProvider>
  )
}

function InOutlook({ outlook }: { readonly outlook: Outlook }) {
  const connection = useMemo(() => {
    const line = { token: outlook.token, isOffline: () => !navigator.onLine, wait, noSignIn: notSignedIn }
    const api = createApi({ ...line, fetch: (url, init) => fetch(url, init) })
    return { api, known: new Map<string, unknown>(), begun: new Map<string, unknown>() }
  }, [outlook])
  return (
    <ApiProvider value={connection}>
      <Pane outlook={outlook} />
    </ApiProvider>
  )
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
