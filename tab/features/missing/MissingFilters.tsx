import { Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { replaceWith } from '../../host/use-route.ts'
import { longestFind, missingAsks, type MissingPlace } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { phone } from '../../ui/widths.ts'
import { asksNames, words } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  find: { flex: '0 1 220px', [phone]: { flex: '1 1 100%' } },
})

/** What is chosen stands in the address, so that a link shares the list and coming back finds it again. */
export function MissingFilters({ place: { asks, time, find } }: { readonly place: MissingPlace }) {
  const styles = useStyles()
  const { field, select } = useButtonStyles()
  const choose = (to: { readonly [Name in keyof MissingPlace]: MissingPlace[Name] | undefined }) =>
    replaceWith({
      page: 'missing',
      ...(to.asks ? { asks: to.asks } : {}),
      ...(to.time ? { time: to.time } : {}),
      ...(to.find ? { find: to.find } : {}),
    })
  return (
    <search aria-label={words.filters} className={styles.row}>
      <Input
        type="search"
        className={mergeClasses(field, styles.find)}
        aria-label={words.find}
        placeholder={words.find}
        maxLength={longestFind}
        contentBefore={<Search20Regular aria-hidden />}
        value={find ?? ''}
        onChange={(_event, { value }) => choose({ asks, time, find: value })}
      />
      <Select
        className={select}
        aria-label={words.asks}
        value={asks ?? ''}
        onChange={(_event, { value }) => choose({ asks: missingAsks.find((each) => each === value), time, find })}
      >
        <option value="">{words.anything}</option>
        {missingAsks.map((each) => (
          <option key={each} value={each}>
            {asksNames[each]}
          </option>
        ))}
      </Select>
      <Select
        className={select}
        aria-label={words.time}
        value={time ?? ''}
        onChange={(_event, { value }) => choose({ asks, time: value === 'past' ? value : undefined, find })}
      >
        <option value="">{words.toCome}</option>
        <option value="past">{words.past}</option>
      </Select>
    </search>
  )
}
