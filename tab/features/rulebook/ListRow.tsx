import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import { isSame } from '../../../domain/kernel/same.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Status } from '../../ui/Status.tsx'
import { settled, type List } from './entry.ts'
import { EntryFields } from './EntryFields.tsx'
import type { Wrong } from './list-faults.ts'
import type { Row } from './rows.ts'
import { told } from './told.ts'
import type { RowAct } from './use-list-editing.ts'
import { listWords as words } from './words-of-lists.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`, alignItems: 'center' },
  told: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  facts: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  mark: {
    marginLeft: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandForeground1}`,
    borderRadius: tokens.borderRadiusCircular,
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase300,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
  legend: { padding: `0 ${tokens.spacingHorizontalXS}`, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

type Props = {
  readonly list: List
  readonly row: Row
  readonly rules: Rulebook
  readonly onAct: (act: RowAct) => void
}

/** An entry as it stands, as it was changed, or gone. */
export function ListRow({ list, row, rules, onAct, mayChange }: Props & { readonly mayChange: boolean }) {
  const styles = useStyles()
  const { name, facts } = told(list, row.isGone ? (row.was ?? row.entry) : row.entry, rules)
  if (row.isGone) {
    return (
      <div className={styles.row}>
        <Status icon="declined" className={styles.told}>
          {words.gone(name)}
        </Status>
        <Act of="put-back" words={words.putBack} name={name} onPress={() => onAct({ kind: 'put-back' })} />
      </div>
    )
  }
  const mark = markOf(list, row)
  return (
    <div className={styles.row}>
      <div className={styles.told}>
        <p className={styles.name}>
          {name}
          {mark && <span className={styles.mark}>{mark}</span>}
        </p>
        {facts.length > 0 && <p className={styles.facts}>{facts.join('; ')}</p>}
      </div>
      {mayChange && (
        <div className={styles.acts}>
          <Act of="open" words={words.change} name={name} onPress={() => onAct({ kind: 'open' })} />
          <Act of="remove" words={words.remove} name={name} onPress={() => onAct({ kind: 'remove' })} />
        </div>
      )}
    </div>
  )
}

function markOf(list: List, { was, entry }: Row): string | undefined {
  if (was === undefined) return words.isAdded
  return isSame(was, settled(list, entry)) ? undefined : words.isChanged
}

type FormProps = Props & { readonly others: readonly unknown[]; readonly wrong: Wrong; readonly onChange: (entry: unknown) => void }

/** The same while it is being changed. Enter is "Done". */
export function RowForm({ list, row, rules, others, wrong, onAct, onChange }: FormProps) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const name = row.was === undefined ? words.another(list.one) : told(list, row.was, rules).name
  function submit(event: FormEvent): void {
    event.preventDefault()
    onAct({ kind: 'done' })
  }
  return (
    <form noValidate onSubmit={submit}>
      <fieldset className={styles.form}>
        <legend className={styles.legend}>{name}</legend>
        <EntryFields list={list} entry={row.entry} others={others} rules={rules} wrong={wrong} onChange={onChange} />
        <div className={styles.acts}>
          <Button type="submit" className={mergeClasses(officer, outlined)} aria-label={words.of(words.done, name)}>
            {words.done}
          </Button>
          {list.ordered && (
            <>
              <Act of="up" words={words.up} name={name} onPress={() => onAct({ kind: 'move', by: -1 })} />
              <Act of="down" words={words.down} name={name} onPress={() => onAct({ kind: 'move', by: 1 })} />
            </>
          )}
          {row.was !== undefined && markOf(list, row) && (
            <Act of="as-it-was" words={words.asItWas} name={name} onPress={() => onAct({ kind: 'as-it-was' })} />
          )}
          <Act of="remove" words={words.remove} name={name} onPress={() => onAct({ kind: 'remove' })} />
        </div>
      </fieldset>
    </form>
  )
}

type ActProps = { readonly of: string; readonly words: string; readonly name: string; readonly onPress: () => void }

function Act({ of, words: said, name, onPress }: ActProps) {
  const { officer, outlined } = useButtonStyles()
  return (
    <Button data-act={of} className={mergeClasses(officer, outlined)} aria-label={words.of(said, name)} onClick={onPress}>
      {said}
    </Button>
  )
}
