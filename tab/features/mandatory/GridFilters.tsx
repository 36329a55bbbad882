import { Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import type { RequirementsGrid } from '../../../api/contracts/requirements.ts'
import { replaceWith } from '../../host/use-route.ts'
import { longestFind, mandatoryStatuses, type MandatoryPlace } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { phone } from '../../ui/widths.ts'
import { gridWords as words } from './grid-words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  find: { flex: '0 1 220px', [phone]: { flex: '1 1 100%' } },
})

type Props = { readonly place: MandatoryPlace; readonly grid: RequirementsGrid }

/** What is chosen stands in the address, so that a link shares the view and coming back finds it again. */
export function GridFilters({ place, grid }: Props) {
  const styles = useStyles()
  const { field, select } = useButtonStyles()
  const choose = (name: keyof MandatoryPlace, value: string) => {
    const { find, rule, status, on } = place
    const kept = Object.entries({ find, rule, status, on }).filter(([each, given]) => each !== name && given !== undefined)
    replaceWith({ page: 'mandatory', ...Object.fromEntries(kept), ...(value ? { [name]: value } : {}) })
  }
  return (
    <search aria-label={words.filters} className={styles.row}>
      <Input
        type="search"
        className={mergeClasses(field, styles.find)}
        aria-label={words.find}
        placeholder={words.find}
        maxLength={longestFind}
        contentBefore={<Search20Regular aria-hidden />}
        value={place.find ?? ''}
        onChange={(_event, { value }) => choose('find', value)}
      />
      <Select
        className={select}
        aria-label={words.training}
        value={place.rule ?? ''}
        onChange={(_event, { value }) => choose('rule', value)}
      >
        <option value="">{words.every}</option>
        {grid.rules.map(({ ruleId, label }) => (
          <option key={ruleId} value={ruleId}>
            {label}
          </option>
        ))}
      </Select>
      <Select
        className={select}
        aria-label={words.status}
        value={place.status ?? ''}
        onChange={(_event, { value }) => choose('status', value)}
      >
        <option value="">{words.anyStatus}</option>
        {mandatoryStatuses.map((each) => (
          <option key={each} value={each}>
            {words.statuses[each]}
          </option>
        ))}
      </Select>
      <Input type="date" className={field} aria-label={words.asAt} value={grid.on} onChange={(_event, { value }) => choose('on', value)} />
    </search>
  )
}
