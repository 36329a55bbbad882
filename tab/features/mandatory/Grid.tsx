import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { RequirementsGrid } from '../../../api/contracts/requirements.ts'
import { hrefOf } from '../../paths.ts'
import { Card } from '../../ui/Card.tsx'
import { Status } from '../../ui/Status.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { useMedia } from '../../ui/widths.ts'
import { cellWords, doneWords, gridWords as words, isOpen, type GridMember } from './grid-words.ts'

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left', tableLayout: 'fixed' },
  caption: visuallyHidden,
  head: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '8px',
    borderBottom: thin,
    verticalAlign: 'bottom',
    overflowWrap: 'anywhere',
  },
  cell: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    padding: '8px',
    borderBottom: thin,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  link: { color: tokens.colorBrandForegroundLink },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: tokens.spacingHorizontalL, '& + &': { borderTop: thin } },
  tall: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', fontWeight: tokens.fontWeightSemibold },
  line: { margin: '4px 0 0' },
})

/** So many stand side by side on a desktop and on paper laid across; of more, each Member’s stand under one another. */
const mostColumns = 12

/** Members down, training across where there is room; else what is outstanding under each Member. */
export function Grid({ of }: { readonly of: RequirementsGrid }) {
  const isWide = useMedia('screen and (min-width: 1100px), print')
  return <Card flush>{isWide && of.rules.length <= mostColumns ? <Table of={of} /> : <Entries of={of} />}</Card>
}

function Table({ of }: { readonly of: RequirementsGrid }) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {words.member}
          </th>
          {of.rules.map(({ ruleId, label }, at) => (
            <th key={ruleId} scope="col" className={styles.head}>
              {label}
              <div className={styles.quiet}>{doneWords(of, at)}</div>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.members.map((member) => (
          <tr key={member.memberId}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              <a className={styles.link} href={hrefOf({ page: 'mandatory', memberId: member.memberId })}>
                {member.name}
              </a>
              {member.group && <div className={styles.quiet}>{member.group}</div>}
            </th>
            {member.cells.map((cell, at) => {
              const { icon, words: said } = cellWords(cell)
              return (
                <td key={of.rules[at]?.ruleId} className={styles.cell}>
                  <Status icon={icon}>{said}</Status>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Entries({ of }: { readonly of: RequirementsGrid }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {of.members.map((member) => (
        <li key={member.memberId} className={styles.item}>
          <a className={mergeClasses(styles.link, styles.tall)} href={hrefOf({ page: 'mandatory', memberId: member.memberId })}>
            {member.name}
          </a>
          {member.group && <div className={styles.quiet}>{member.group}</div>}
          <Outstanding of={of} member={member} />
        </li>
      ))}
    </ul>
  )
}

function Outstanding({ of, member }: { readonly of: RequirementsGrid; readonly member: GridMember }) {
  const styles = useStyles()
  const open = member.cells.flatMap((cell, at) => {
    const rule = of.rules[at]
    return rule && isOpen(cell) ? [{ rule, ...cellWords(cell) }] : []
  })
  if (open.length === 0) return <p className={styles.line}>{words.nothingOpen}</p>
  return open.map(({ rule, icon, words: said }) => (
    <Status key={rule.ruleId} icon={icon} className={styles.line}>
      {rule.label}: {said}
    </Status>
  ))
}
