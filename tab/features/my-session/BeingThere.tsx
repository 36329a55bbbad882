import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { Location20Regular } from '@fluentui/react-icons/svg/location'
import { Video20Regular } from '@fluentui/react-icons/svg/video'
import type { MySessionPage } from '../../../api/contracts/my-training.ts'
import { useHost } from '../../host/HostContext.tsx'
import { Card } from '../../ui/Card.tsx'
import { onlineLine, words } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalM, alignItems: 'start' },
  words: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere' },
  join: { minHeight: '48px', width: '100%', maxWidth: '440px', fontSize: tokens.fontSizeBase400 },
})

/** Where it is, and how to be there without going. */
export function BeingThere({ page }: { readonly page: MySessionPage }) {
  const styles = useStyles()
  const online = onlineLine(page)
  const { place, delivery } = page.session
  return (
    <Card>
      {place && delivery !== 'online' && (
        <div className={styles.row}>
          <Location20Regular aria-hidden />
          <p className={styles.words}>{place}</p>
        </div>
      )}
      {online && (
        <div className={styles.row}>
          <Video20Regular aria-hidden />
          <p className={styles.words}>{online}</p>
        </div>
      )}
    </Card>
  )
}

/** First on the page while it may be pressed. */
export function JoinButton({ url, title }: { readonly url: string; readonly title: string }) {
  const styles = useStyles()
  const host = useHost()
  return (
    <Button
      appearance="primary"
      className={styles.join}
      icon={<Video20Regular aria-hidden />}
      onClick={() => void host.openLink(url)}
      aria-label={`${words.join}: ${title}`}
    >
      {words.join}
    </Button>
  )
}
