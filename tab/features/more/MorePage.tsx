import { makeStyles, tokens } from '@fluentui/react-components'
import { BookOpen24Regular } from '@fluentui/react-icons/svg/book-open'
import { ChatMultiple24Regular } from '@fluentui/react-icons/svg/chat-multiple'
import { Comment24Regular } from '@fluentui/react-icons/svg/comment'
import { News24Regular } from '@fluentui/react-icons/svg/news'
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right'
import { NumberSymbol24Regular } from '@fluentui/react-icons/svg/number-symbol'
import { myTexts } from '../../../api/contracts/my-training.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { textsState, words } from './words.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) 20px',
    gap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '56px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover h2': { textDecorationLine: 'underline' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  state: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    minHeight: '20px',
  },
})

/** The rest of what is hers, each with its state in one line. */
export function MorePage() {
  const styles = useStyles()
  const { state } = useResource('/my/texts', myTexts)
  return (
    <Page of="member" title={words.title}>
      <Card>
        <a className={styles.row} href={hrefOf({ page: 'check-in' })}>
          <NumberSymbol24Regular aria-hidden />
          <div>
            <h2 className={styles.title}>{words.checkIn}</h2>
            <p className={styles.state}>{words.checkInState}</p>
          </div>
          <ChevronRight20Regular aria-hidden />
        </a>
      </Card>
      <Card>
        <a className={styles.row} href={hrefOf({ page: 'brochure' })}>
          <BookOpen24Regular aria-hidden />
          <div>
            <h2 className={styles.title}>{words.brochure}</h2>
            <p className={styles.state}>{words.brochureState}</p>
          </div>
          <ChevronRight20Regular aria-hidden />
        </a>
      </Card>
      <Card>
        <a className={styles.row} href={hrefOf({ page: 'bulletins' })}>
          <News24Regular aria-hidden />
          <div>
            <h2 className={styles.title}>{words.bulletin}</h2>
            <p className={styles.state}>{words.bulletinState}</p>
          </div>
          <ChevronRight20Regular aria-hidden />
        </a>
      </Card>
      <Card>
        <a className={styles.row} href={hrefOf({ page: 'feedback' })}>
          <Comment24Regular aria-hidden />
          <div>
            <h2 className={styles.title}>{words.feedback}</h2>
            <p className={styles.state}>{words.feedbackState}</p>
          </div>
          <ChevronRight20Regular aria-hidden />
        </a>
      </Card>
      <Card>
        <a className={styles.row} href={hrefOf({ page: 'my-texts' })}>
          <ChatMultiple24Regular aria-hidden />
          <div>
            <h2 className={styles.title}>{words.texts}</h2>
            <p className={styles.state}>{state.kind === 'shown' && textsState(state.value)}</p>
          </div>
          <ChevronRight20Regular aria-hidden />
        </a>
      </Card>
    </Page>
  )
}
