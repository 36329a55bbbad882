import { useState } from 'react'
import { isSame } from '../../../domain/kernel/same.ts'
import type { List } from './entry.ts'
import type { ListFaults } from './list-faults.ts'
import { isOtherwise, movedBy, settledRow, staying, withAnother, withRow, type Row } from './rows.ts'
import { useFocusNext } from '../../ui/use-focus-next.ts'
import { listWords as words } from './words-of-lists.ts'

/** What can be done to an entry. `by` is a step up or down its list. */
export type RowAct =
  { readonly kind: 'open' | 'done' | 'remove' | 'put-back' | 'as-it-was' } | { readonly kind: 'move'; readonly by: -1 | 1 }

type Editing = {
  readonly list: List
  readonly rows: readonly Row[]
  readonly own: ListFaults
  readonly nameOf: (row: Row) => string
  readonly onChange: (rows: readonly Row[]) => void
}

const firstField = ':is(input, select, textarea)'
const inRow = (row: Pick<Row, 'id'>, what: string) => `[data-row="${row.id}"] ${what}`

/** Which entries of a list are open, what was last done to one, and where focus goes after it. */
export function useListEditing({ list, rows, own, nameOf, onChange }: Editing) {
  const { within, focusNext } = useFocusNext()
  const [isOpen, setOpen] = useState(rows.some((row) => row.isGone) || isOtherwise(list, rows))
  const [opened, setOpened] = useState<readonly number[]>([...own.ofRows.keys()])
  /** Those whose faults she has asked about: what is half written is not yet wrong. */
  const [tried, setTried] = useState<readonly number[]>([])
  const [said, say] = useState<string>()

  function open({ id }: Pick<Row, 'id'>): void {
    setOpen(true)
    setOpened((before) => [...new Set([...before, id])])
  }
  function close({ id }: Pick<Row, 'id'>): void {
    setOpened((before) => before.filter((each) => each !== id))
    setTried((before) => before.filter((each) => each !== id))
  }
  function add(entry: unknown): void {
    const next = withAnother(rows, entry)
    onChange(next.rows)
    close(next.added) // its id may have been another's, before everything was discarded
    open(next.added)
    focusNext(inRow(next.added, firstField))
  }
  /** What she is writing in stays open, whatever was wrong with it before. */
  function write(row: Row, entry: unknown): void {
    open(row)
    onChange(withRow(rows, { ...row, entry }))
  }
  function finish(row: Row): void {
    if (own.ofRows.has(row.id)) {
      setTried([...tried, row.id])
      return focusNext(inRow(row, '[aria-invalid="true"]'))
    }
    const written = settledRow(list, rows, row)
    if (!isSame(written.entry, row.entry)) onChange(withRow(rows, written))
    close(row)
    focusNext(inRow(row, '[data-act="open"]'))
  }
  function change(row: Row, now: Row, what: string, next: string): void {
    onChange(withRow(rows, now))
    close(row)
    say(what)
    focusNext(inRow(row, `[data-act="${next}"]`))
  }
  function move(row: Row, by: -1 | 1): void {
    const next = movedBy(rows, row, by)
    const order = staying(next)
    onChange(next)
    open(row)
    say(words.moved(nameOf(row), order.findIndex(({ id }) => id === row.id) + 1, order.length))
    focusNext(inRow(row, `[data-act="${by === -1 ? 'up' : 'down'}"]`))
  }
  function act(row: Row, deed: RowAct): void {
    switch (deed.kind) {
      case 'open':
        open(row)
        return focusNext(inRow(row, firstField))
      case 'done':
        return finish(row)
      case 'remove':
        return change(row, { ...row, isGone: true }, words.gone(nameOf(row)), 'put-back')
      case 'put-back':
        return change(row, { ...row, isGone: false }, words.back(nameOf(row)), 'open')
      case 'as-it-was':
        return change(row, { ...row, entry: row.was }, words.isAsItWas(nameOf({ ...row, entry: row.was })), 'open')
      case 'move':
        return move(row, deed.by)
    }
  }
  return { within, isOpen, setOpen, opened, tried, said, add, write, act }
}
