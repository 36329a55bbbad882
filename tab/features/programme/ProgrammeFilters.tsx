import { Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { replaceWith } from '../../host/use-route.ts'
import { longestFind, programmeTimes, type Filters } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { phone } from '../../ui/widths.ts'
import { timeLabels, words } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  find: { flex: '0 1 220px', [phone]: { flex: '1 1 100%' } },
})

type Props = { readonly filters: Filters; readonly kinds: readonly string[] }

/** What is chosen stands in the address, so that a link shares the view and coming back finds it again. */
export function ProgrammeFilters({ filters, kinds }: Props) {
  const styles = useStyles()
  const { field, select } = useButtonStyles()
  const choose = (change: { [Name in keyof Filters]?: Filters[Name] | undefined }) => replaceWith(chosen({ ...filters, ...change }))
  return (
    <search aria-label={words.filters} className={styles.row}>
      <Input
        type="search"
        className={mergeClasses(field, styles.find)}
        aria-label={words.find}
        placeholder={words.find}
        maxLength={longestFind}
        contentBefore={<Search20Regular aria-hidden />}
        value={filters.find ?? ''}
        onChange={(_event, { value }) => choose({ find: value || undefined })}
      />
      <Select
        className={select}
        aria-label={words.kind}
        value={filters.kind ?? ''}
        onChange={(_event, { value }) => choose({ kind: value || undefined })}
      >
        <option value="">{words.allKinds}</option>
        {kinds.map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </Select>
      <Select
        className={select}
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
