import { makeStyles, tokens } from '@fluentui/react-components'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import type { ShownRegister } from './shown-register.ts'
import { answerWords, byWords, guestLine, recordedWords, words } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`

const useStyles = makeStyles({
  caption: visuallyHidden,
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left', color: '#000000' },
  cell: { padding: '6px 8px', border: thin, verticalAlign: 'top' },
  signature: { minWidth: '140px' },
})

/** A cell to write in. */
const empty = '\u00A0'

/** The register on paper: filled in as far as it is, with room to sign where there is no network and no charge left. */
export function PaperRegister({ shown }: { readonly shown: ShownRegister }) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{words.paperCaption}</caption>
      <thead>
        <tr>
          {words.paperHeads.map((head) => (
            <th key={head} scope="col" className={styles.cell}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.rows.map((row) => (
          <tr key={row.memberId}>
            <th scope="row" className={styles.cell}>
              {row.name}
            </th>
            <td className={styles.cell}>{answerWords(row)}</td>
            <td className={styles.cell}>{row.recorded === 'not-recorded' ? '' : recordedWords[row.recorded]}</td>
            <td className={styles.cell}>{row.mark && row.recorded !== 'not-recorded' ? byWords(row.mark) : ''}</td>
            <td className={`${styles.cell} ${styles.signature}`}>{empty}</td>
          </tr>
        ))}
        {shown.guests.map((guest) => (
          <tr key={guest.guestId}>
            <th scope="row" className={styles.cell}>
              {guest.name}
            </th>
            <td className={styles.cell}>{guestLine(guest)}</td>
            <td className={styles.cell}>{recordedWords[guest.recorded]}</td>
            <td className={styles.cell}>{empty}</td>
            <td className={`${styles.cell} ${styles.signature}`}>{empty}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
