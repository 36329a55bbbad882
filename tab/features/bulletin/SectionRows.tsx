import { Button, Checkbox, Textarea, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp20Regular } from '@fluentui/react-icons/svg/arrow-up'
import { useState } from 'react'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { phone } from '../../ui/widths.ts'
import type { IssueView } from './editing.ts'
import { useTyped } from './use-typed.ts'
import { countWords, sectionLine, words } from './words.ts'

type Section = IssueView['sections'][number]

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 0 },
    [phone]: { gridTemplateColumns: 'auto minmax(0, 1fr)' },
  },
  heading: { margin: 0, fontSize: 'inherit', lineHeight: 'inherit', fontWeight: tokens.fontWeightSemibold },
  count: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', [phone]: { gridColumn: '1 / -1', justifyContent: 'flex-end' } },
  act: { minWidth: '44px', minHeight: '44px' },
  tick: { minHeight: '44px', alignItems: 'center' },
  editor: { gridColumn: '1 / -1', display: 'grid', gap: tokens.spacingVerticalS, padding: `${tokens.spacingVerticalS} 0` },
  fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  item: { display: 'flex', minHeight: '44px' },
  done: { justifySelf: 'start', minHeight: '44px' },
})

type Props = { readonly issue: IssueView; readonly mayChange: boolean; readonly onChange: (next: IssueView) => void }

/** Each section with its tick, its words and its place; moved by buttons, so that nothing must be dragged. */
export function SectionRows({ issue, mayChange, onChange }: Props) {
  const styles = useStyles()
  const { sections } = issue
  const put = (changed: Section, seen = issue.seen) =>
    onChange({ ...issue, seen, sections: sections.map((each) => (each.id === changed.id ? changed : each)) })
  return (
    <Card flush>
      <ul className={styles.list}>
        {sections.map((section, place) => (
          <Row
            key={section.id}
            section={section}
            seen={issue.seen}
            mayChange={mayChange}
            onChange={put}
            onMove={(by) => onChange({ ...issue, sections: moved(sections, place, by) })}
            mayMove={{ up: place > 0, down: place < sections.length - 1 }}
          />
        ))}
      </ul>
    </Card>
  )
}

type RowProps = {
  readonly section: Section
  readonly seen: string
  readonly mayChange: boolean
  readonly mayMove: { readonly up: boolean; readonly down: boolean }
  /** `seen`: from what she saw of the issue, where that is not what is shown now. */
  readonly onChange: (section: Section, seen?: string) => void
  readonly onMove: (by: -1 | 1) => void
}

function Row({ section, seen, mayChange, mayMove, onChange, onMove }: RowProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const { heading, items, on } = section
  return (
    <li className={styles.row}>
      <Checkbox
        className={styles.tick}
        aria-label={heading}
        checked={on && items.length > 0}
        disabled={!mayChange || items.length === 0}
        onChange={(_event, { checked }) => onChange({ ...section, on: checked === true })}
      />
      <div>
        <h3 className={styles.heading}>
          {heading} {items.length > 0 && <span className={styles.count}>· {countWords(items)}</span>}
        </h3>
        <p className={styles.line}>{sectionLine(section)}</p>
      </div>
      <div className={styles.acts}>
        <Button
          appearance="transparent"
          className={styles.act}
          aria-label={words.editing(heading)}
          aria-expanded={isOpen}
          disabled={!mayChange}
          onClick={() => setOpen(!isOpen)}
        >
          {words.edit}
        </Button>
        <Move icon="up" name={words.up(heading)} disabled={!mayChange || !mayMove.up} onMove={() => onMove(-1)} />
        <Move icon="down" name={words.down(heading)} disabled={!mayChange || !mayMove.down} onMove={() => onMove(1)} />
      </div>
      {isOpen && mayChange && <Editor section={section} seen={seen} onChange={onChange} onDone={() => setOpen(false)} />}
    </li>
  )
}

type MoveProps = { readonly icon: 'up' | 'down'; readonly name: string; readonly disabled: boolean; readonly onMove: () => void }

function Move({ icon, name, disabled, onMove }: MoveProps) {
  const styles = useStyles()
  const Icon = icon === 'up' ? ArrowUp20Regular : ArrowDown20Regular
  // Focus stays on a button that can go no further, so it is not taken out of reach.
  return (
    <Button
      appearance="transparent"
      className={styles.act}
      aria-label={name}
      disabledFocusable={disabled}
      icon={<Icon />}
      onClick={onMove}
    />
  )
}

type EditorProps = Pick<RowProps, 'section' | 'seen' | 'onChange'> & { readonly onDone: () => void }

function Editor({ section, seen, onChange, onDone }: EditorProps) {
  const styles = useStyles()
  const { area } = useButtonStyles()
  const { words: kept = '', ...rest } = section
  const typed = useTyped(kept, seen, (own, from) => onChange({ ...rest, ...(own ? { words: own } : {}) }, from))
  return (
    <div className={styles.editor}>
      <LabelledField label={words.sectionWords(section.heading)}>
        {(wiring) => <Textarea {...wiring} {...typed} className={area} maxLength={1_000} />}
      </LabelledField>
      <fieldset className={styles.fieldset}>
        <legend>{words.include}</legend>
        {section.items.map((item) => (
          <Checkbox
            key={item.key}
            className={styles.item}
            label={item.title}
            checked={!item.leftOut}
            onChange={(_event, { checked }) =>
              onChange({
                ...section,
                items: section.items.map((each) => (each.key === item.key ? { ...each, leftOut: checked !== true } : each)),
              })
            }
          />
        ))}
      </fieldset>
      <Button className={styles.done} onClick={onDone}>
        {words.done}
      </Button>
    </div>
  )
}

function moved(sections: readonly Section[], place: number, by: -1 | 1): Section[] {
  const section = sections[place]
  const others = sections.filter((each) => each !== section)
  return section ? others.toSpliced(place + by, 0, section) : [...sections]
}
