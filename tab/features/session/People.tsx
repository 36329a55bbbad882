import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { SessionPage } from '../../../api/contracts/programme.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Status } from '../../ui/Status.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { answeredWords, peopleCaption, remindedWords, words } from './words.ts'

type Member = SessionPage['members'][number]

const thin = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`

const useStyles = makeStyles({
  caption: visuallyHidden,
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  head: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, padding: '8px', borderBottom: thin },
  cell: { padding: '8px', borderBottom: thin, verticalAlign: 'top' },
  name: { fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0 },
  more: { color: tokens.colorBrandForegroundLink, padding: '0 8px', minWidth: 0 },
})

const atFirst = 8

type Props = { readonly answer: Member['response']; readonly members: readonly Member[]; readonly whole?: boolean }

/** Some Members with when they answered and how they were reminded: the first few, or on paper all of them. */
export function People({ answer, members, whole = false }: Props) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const [all, setAll] = useState(whole)
  if (members.length === 0) return <p className={styles.none}>{words.nobody}</p>
  const left = members.length - atFirst
  const shown = all || left <= 1 ? members : members.slice(0, atFirst)
  const someAnswered = shown.some((member) => answeredWords(member) !== '')
  return (
    <>
      <PeopleTable caption={peopleCaption[answer]} members={shown} someAnswered={someAnswered} />
      {shown.length < members.length && (
        <Button appearance="transparent" className={mergeClasses(styles.more, officer)} onClick={() => setAll(true)}>
          {words.showOther(left)}
        </Button>
      )}
    </>
  )
}

type TableProps = { readonly caption: string; readonly members: readonly Member[]; readonly someAnswered: boolean }

function PeopleTable({ caption, members, someAnswered }: TableProps) {
  const styles = useStyles()
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {words.member}
          </th>
          {someAnswered && (
            <th scope="col" className={styles.head}>
              {words.answered}
            </th>
          )}
          <th scope="col" className={styles.head}>
            {words.reminded}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.memberId}>
            <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
              {member.name}
            </th>
            {someAnswered && <td className={styles.cell}>{answeredWords(member)}</td>}
            <td className={styles.cell}>
              <Reminded member={member} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Reminded({ member }: { readonly member: Member }) {
  const said = remindedWords(member)
  if (!said) return null
  return said.bad ? <Status icon="danger">{said.words}</Status> : said.words
}
