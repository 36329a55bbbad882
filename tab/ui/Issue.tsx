import { makeStyles, tokens } from '@fluentui/react-components'
import type { BulletinPage } from '../../api/contracts/bulletin.ts'
import { hrefOf, type Route } from '../paths.ts'

type Ask = BulletinPage['asks'][number]
type Item = BulletinPage['sections'][number]['items'][number]
type Instead = Item['instead']

const useStyles = makeStyles({
  issue: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0, overflowWrap: 'anywhere' },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  asks: {
    borderLeft: `4px solid ${tokens.colorBrandForeground1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: tokens.spacingHorizontalL,
  },
  items: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 0, paddingTop: 0 },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: '28px', fontWeight: tokens.fontWeightSemibold },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-block', minHeight: '44px', alignContent: 'center' },
  line: { margin: 0, textWrap: 'pretty' },
  opening: { margin: 0, whiteSpace: 'pre-line', textWrap: 'pretty' },
})

type Props = {
  readonly page: BulletinPage
  readonly words: { readonly forYou: string; readonly answer: string }
  /** Where its links lead; absent: it is only looked at, as a reader would. */
  readonly links?: boolean
}

/** An issue of the bulletin in its own words: what the email says, in the same order. */
export function Issue({ page, words, links = true }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.issue}>
      {page.opening && <p className={styles.opening}>{page.opening}</p>}
      {page.asks.length > 0 && (
        <section className={styles.asks} aria-label={words.forYou}>
          <h2 className={styles.heading}>{words.forYou}</h2>
          <ul className={styles.items}>
            {page.asks.map((ask) => (
              <AskedFor key={ask.sessionId} ask={ask} answer={words.answer} links={links} />
            ))}
          </ul>
        </section>
      )}
      {page.sections.map((section) => (
        <section key={section.id} className={styles.section} aria-label={section.heading}>
          <h2 className={styles.heading}>{section.heading}</h2>
          {section.words && <p className={styles.opening}>{section.words}</p>}
          <ul className={styles.items}>
            {section.items.map((item, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- an issue's items never change places while it is shown
              <OneItem key={`${index} ${item.title}`} item={item} links={links} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function AskedFor({ ask, answer, links }: { readonly ask: Ask; readonly answer: string; readonly links: boolean }) {
  const styles = useStyles()
  const to: Route = { page: 'my-session', sessionId: ask.sessionId }
  return (
    <li className={styles.item}>
      <h3 className={styles.title}>{ask.heading}</h3>
      <Lines lines={ask.lines} />
      <InOwnTime instead={ask.instead} links={links} />
      {links ? (
        <a className={styles.link} href={hrefOf(to)} aria-label={`${answer}: ${ask.title}`}>
          {answer}
        </a>
      ) : (
        <p className={styles.line}>{answer}</p>
      )}
    </li>
  )
}

function OneItem({ item, links }: { readonly item: Item; readonly links: boolean }) {
  const styles = useStyles()
  const to = item.sessionId && hrefOf({ page: 'my-session', sessionId: item.sessionId })
  const address = to ?? item.link
  return (
    <li className={styles.item}>
      <h3 className={styles.title}>
        {links && address ? (
          <a className={styles.link} href={address} {...(to ? {} : { target: '_blank', rel: 'noreferrer' })}>
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </h3>
      <Lines lines={item.lines} />
      <InOwnTime instead={item.instead} links={links} />
      {(item.places ?? []).map(({ offerId, line }) => (
        <p key={offerId} className={styles.line}>
          {links ? (
            <a className={styles.link} href={hrefOf({ page: 'my-places', offerId })}>
              {line}
            </a>
          ) : (
            line
          )}
        </p>
      ))}
    </li>
  )
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const styles = useStyles()
  return lines.map((line) => (
    <p key={line} className={styles.line}>
      {line}
    </p>
  ))
}

/** C4.7: the words are the link, where there is one. */
function InOwnTime({ instead, links }: { readonly instead: Instead; readonly links: boolean }) {
  const styles = useStyles()
  return instead.map(({ line, link }) => (
    <p key={line} className={styles.line}>
      {links && link ? (
        <a className={styles.link} href={link} target="_blank" rel="noreferrer">
          {line}
        </a>
      ) : (
        line
      )}
    </p>
  ))
}
