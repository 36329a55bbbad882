import { Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { useEffect, useState } from 'react'
import { replaceWith } from '../../host/use-route.ts'
import { programmeTimes, type Filters } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { timeLabels, words } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  find: { flex: '0 1 220px' },
})

type Props = { readonly filters: Filters; readonly kinds: readonly string[] }

/** What is chosen stands in the address, so that a link shares the view and coming back finds it again. */
export function ProgrammeFilters({ filters, kinds }: Props) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  const choose = (change: { [Name in keyof Filters]?: Filters[Name] | undefined }) => replaceWith(chosen({ ...filters, ...change }))
  return (
    <search aria-label={words.filters} className={styles.row}>
      <FindField sought={filters.find ?? ''} className={mergeClasses(field, styles.find)} onFind={(find) => choose({ find: find || undefined })} />
      <Select className={field} aria-label={words.kind} value={filters.kind ?? ''} onChange={(_event, { value }) => choose({ kind: value || undefined })}>
        <option value="">{words.allKinds}</option>
        {kinds.map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </Select>
      <Select
        className={field}
        aria-label={words.time}
        value={filters.time ?? ''}
        onChange={(_event, { value }) => choose({ time: programmeTimes.find((each) => each === value) })}
      >
        <option value="">{timeLabels.upcoming}</option>
        {programmeTimes.map((time) => (
          <option key={time} value={time}>
            {timeLabels[time]}
          </option>
        ))}
      </Select>
    </search>
  )
}

function chosen({ kind, time, find }: { kind?: string | undefined; time?: Filters['time'] | undefined; find?: string | undefined }) {
  return { page: 'programme', ...(kind ? { kind } : {}), ...(time ? { time } : {}), ...(find ? { find } : {}) } as const
}

type FindProps = { readonly sought: string; readonly className: string; readonly onFind: (find: string) => void }

/** Follows typing, and the address when that changes by other means. */
function FindField({ sought, className, onFind }: FindProps) {
  const [typed, setTyped] = useState(sought)
  useEffect(() => setTyped(sought), [sought])
  return (
    <Input
      type="search"
      className={className}
      aria-label={words.find}
      placeholder={words.find}
      contentBefore={<Search20Regular aria-hidden />}
      value={typed}
      onChange={(_event, { value }) => {
        setTyped(value)
        onFind(value)
      }}
    />
  )
}
