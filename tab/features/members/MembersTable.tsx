import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { CorrectMobile } from './CorrectMobile.tsx'
import { Status } from '../../ui/Status.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { phone, useIsPhone } from '../../ui/widths.ts'
import { kindWords, textsWords, words, type MemberRow } from './words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  caption: visuallyHidden,
  head: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, padding: '8px 12px', borderBottom: thin },
  cell: { padding: '10px 12px', borderBottom: thin, verticalAlign: 'top' },
  name: { fontWeight: tokens.fontWeightSemibold },
  link: { color: tokens.colorBrandForegroundLink, [phone]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' } },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: tokens.spacingHorizontalL, '& + &': { borderTop: thin } },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The register as officers read it: a table where there is room, else one entry under another. */
export function MembersTable(props: Shown) {
  return useIsPhone() ? <Entries {...props} /> : <Table {...props} />
}

type Shown = {
  readonly members: readonly MemberRow[]
  /** Absent for those who may not: only officers put numbers right. */
  readonly onNumberChanged: (() => Promise<void>) | undefined
}

function Table({ members, onNumberChanged }: Shown) {
  const styles = useStyles()
  return (
    <Card flush>
      <table className={styles.table}>
        <caption className={styles.caption}>{words.caption}</caption>
        <thead>
          <tr>
            {['Member', 'Sits as', 'Group', 'Ward', 'Reached by'].map((heading) => (
              <th key={heading} scope="col" className={styles.head}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.memberId}>
              <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                <Name member={member} isOfficer={onNumberChanged !== undefined} />
              </th>
              <td className={styles.cell}>{sitsAs(member)}</td>
              <td className={styles.cell}>{member.group}</td>
              <td className={styles.cell}>{member.ward}</td>
              <td className={styles.cell}>
                <Reached member={member} onNumberChanged={onNumberChanged} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function Entries({ members, onNumberChanged }: Shown) {
  const styles = useStyles()
  return (
    <Card flush>
      <ul className={styles.list}>
        {members.map((member) => (
          <li key={member.memberId} className={styles.item}>
            <strong>
              <Name member={member} isOfficer={onNumberChanged !== undefined} />
            </strong>
            <div className={styles.quiet}>{[sitsAs(member), member.group, member.ward].filter(Boolean).join(' · ')}</div>
            <Reached member={member} onNumberChanged={onNumberChanged} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** To what she must do, for officers: an administrator reads no Member's training (C5.22). */
function Name({ member, isOfficer }: { readonly member: MemberRow; readonly isOfficer: boolean }) {
  const styles = useStyles()
  if (!isOfficer) return member.name
  return (
    <a className={styles.link} href={hrefOf({ page: 'mandatory', memberId: member.memberId })}>
      {member.name}
    </a>
  )
}

function sitsAs({ kind, inOffice }: MemberRow): string {
  return inOffice ? kindWords[kind] : words.former
}

function Reached({ member, onNumberChanged }: { readonly member: MemberRow } & Pick<Shown, 'onNumberChanged'>) {
  const texts = textsWords(member)
  return (
    <>
      {texts.bad ? <Status icon="danger">{texts.words}</Status> : <div>{texts.words}</div>}
      {onNumberChanged && member.inOffice && <CorrectMobile member={member} onChanged={onNumberChanged} />}
      {!member.hasAccount && <Status icon="danger">No account in Microsoft 365</Status>}
    </>
  )
}
