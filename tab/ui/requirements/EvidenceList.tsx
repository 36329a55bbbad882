import { makeStyles, tokens } from '@fluentui/react-components'
import type { Requirement } from '../../../api/contracts/requirements.ts'
import { hrefOf, type Route } from '../../paths.ts'
import { evidenceWords, type Reader } from './words.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  line: { margin: '2px 0 0', textWrap: 'pretty' },
})

type Props = { readonly of: Requirement; readonly reader: Reader }

/** What shows that something was done: to the Member her own session, to an officer its register. */
export function EvidenceList({ of, reader }: Props) {
  const styles = useStyles()
  if (of.evidence.length === 0) return null
  return (
    <ul className={styles.list}>
      {of.evidence.map((shown) => (
        <li key={`${shown.kind}-${shown.on}-${evidenceWords(shown, reader)}`}>
          {shown.kind === 'attended' ? (
            <a className={styles.link} href={hrefOf(placeOf(shown.sessionId, reader))}>
              {evidenceWords(shown, reader)}
            </a>
          ) : (
            <p className={styles.line}>{evidenceWords(shown, reader)}</p>
          )}
        </li>
      ))}
    </ul>
  )
}

function placeOf(sessionId: string, reader: Reader): Route {
  return reader === 'member' ? { page: 'my-session', sessionId } : { page: 'register', sessionId }
}
