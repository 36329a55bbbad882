import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import { visuallyHidden } from '../../ui/visually-hidden.ts'
import { settled, type List } from './entry.ts'
import type { ListFaults } from './list-faults.ts'
import { ListRow, RowForm } from './ListRow.tsx'
import { staying, type Row } from './rows.ts'
import { nounOf, told } from './told.ts'
import { useListEditing } from './use-list-editing.ts'
import { listHeading, listLine, listWords as words } from './words-of-lists.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
  summary: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  rows: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  row: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  add: { alignSelf: 'flex-start' },
  wrong: { outlineStyle: 'none' },
  /** What was done shows in the rows themselves. */
  heard: visuallyHidden,
})

type Props = {
  readonly list: List
  readonly rows: readonly Row[]
  /** As they would stand with everything that was begun. */
  readonly rules: Rulebook
  /** What would be refused of what was begun. */
  readonly own: ListFaults
  /** What was refused of it. */
  readonly refused: ListFaults
  readonly mayChange: boolean
  readonly onChange: (rows: readonly Row[]) => void
}

/** One list of the rulebook: to be opened, and by an administrator to be changed, entry by entry. Nothing here is applied by itself. */
export function ListEditor(props: Props) {
  const { list, rows, rules, refused, mayChange } = props
  const styles = useStyles()
  const id = useId()
  const nameOf = ({ entry }: Row) => told(list, entry, rules).name
  const { within, ...editing } = useListEditing({ ...props, nameOf })
  const isOpen = editing.isOpen || refused.ofList.length > 0 || refused.ofRows.size > 0
  return (
    <div ref={within} role="group" aria-labelledby={id} className={styles.list}>
      <div className={styles.top}>
        <div className={styles.summary}>
          <h3 id={id} className={styles.heading}>
            {listHeading(nounOf(list))}
          </h3>
          {isOpen ? (
            list.hint && <p className={styles.line}>{list.hint}</p>
          ) : (
            <p className={styles.line}>{listLine(staying(rows).map(nameOf))}</p>
          )}
        </div>
        <Toggle noun={nounOf(list)} isOpen={isOpen} onToggle={() => editing.setOpen(!isOpen)} />
      </div>
      {refused.ofList.map((message) => (
        <div key={message} data-wrong tabIndex={-1} className={styles.wrong}>
          <Status icon="danger">{message}</Status>
        </div>
      ))}
      {isOpen && <Rows {...props} editing={editing} />}
      {isOpen && mayChange && <Another list={list} rules={rules} onAdd={editing.add} />}
      <Live>{editing.said && <span className={styles.heard}>{editing.said}</span>}</Live>
    </div>
  )
}

type ToggleProps = { readonly noun: string; readonly isOpen: boolean; readonly onToggle: () => void }

function Toggle({ noun, isOpen, onToggle }: ToggleProps) {
  const { officer, outlined } = useButtonStyles()
  const said = isOpen ? words.close : words.open
  return (
    <Button className={mergeClasses(officer, outlined)} aria-expanded={isOpen} aria-label={words.of(said, noun)} onClick={onToggle}>
      {said}
    </Button>
  )
}

type RowsProps = Props & { readonly editing: Omit<ReturnType<typeof useListEditing>, 'within'> }

function Rows({ list, rows, rules, own, refused, mayChange, editing }: RowsProps) {
  const styles = useStyles()
  if (rows.length === 0) return <p className={styles.line}>{words.none}</p>
  const { opened, tried, act, write } = editing
  const isBeingWritten = ({ id, isGone }: Row) => mayChange && !isGone && (opened.includes(id) || refused.ofRows.has(id))
  const othersThan = (row: Row) => staying(rows).flatMap(({ id, entry }) => (id === row.id ? [] : [settled(list, entry)]))
  return (
    <ul className={styles.rows}>
      {rows.map((row) => (
        <li key={row.id} data-row={row.id} className={styles.row}>
          {isBeingWritten(row) ? (
            <RowForm
              list={list}
              row={row}
              rules={rules}
              others={othersThan(row)}
              wrong={{ ...(tried.includes(row.id) ? own.ofRows.get(row.id) : {}), ...refused.ofRows.get(row.id) }}
              onAct={(deed) => act(row, deed)}
              onChange={(entry) => write(row, entry)}
            />
          ) : (
            <ListRow list={list} row={row} rules={rules} mayChange={mayChange} onAct={(deed) => act(row, deed)} />
          )}
        </li>
      ))}
    </ul>
  )
}

type AnotherProps = { readonly list: List; readonly rules: Rulebook; readonly onAdd: (entry: unknown) => void }

function Another({ list, rules, onAdd }: AnotherProps) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const entry = list.begin(rules)
  if (entry === undefined) return <p className={styles.line}>{words.allThere}</p>
  return (
    <Button className={mergeClasses(officer, outlined, styles.add)} onClick={() => onAdd(entry)}>
      {words.add(list.one)}
    </Button>
  )
}
