import { Input, Select, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CalendarMonth20Regular } from '@fluentui/react-icons/svg/calendar-month'
import { Search20Regular } from '@fluentui/react-icons/svg/search'
import { TextBulletListLtr20Regular } from '@fluentui/react-icons/svg/text-bullet-list-ltr'
import { replaceWith } from '../../host/use-route.ts'
import { audiences, longestFind, programmeTimes, type Filters, type Route } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { phone } from '../../ui/widths.ts'
import { audienceLabels, timeLabels, words } from './words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  find: { flex: '0 1 220px', [phone]: { flex: '1 1 100%' } },
  views: { display: 'flex', gap: tokens.spacingHorizontalXS, marginLeft: 'auto', [phone]: { margin: 0 } },
})

type Props = { readonly filters: Filters; readonly kinds: readonly string[] }
type Change = { [Name in keyof Filters]?: Filters[Name] | undefined }

/** What is chosen stands in the address, so that a link shares the view and coming back finds it again. */
export function ProgrammeFilters({ filters, kinds }: Props) {
  const styles = useStyles()
  const { field, select } = useButtonStyles()
  const choose = (change: Change) => replaceWith(chosen({ ...filters, ...change }))
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
      {filters.view !== 'month' && (
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
      )}
      <Select
        className={select}
        aria-label={words.audience}
        value={filters.audience ?? ''}
        onChange={(_event, { value }) => choose({ audience: audiences.find((each) => each === value) })}
      >
        <option value="">{audienceLabels.any}</option>
        {audiences.map((audience) => (
          <option key={audience} value={audience}>
            {audienceLabels[audience]}
          </option>
        ))}
      </Select>
      <ViewSwitch filters={filters} onChoose={choose} />
    </search>
  )
}

function ViewSwitch({ filters, onChoose }: { readonly filters: Filters; readonly onChoose: (change: Change) => void }) {
  const styles = useStyles()
  const { officer } = useButtonStyles()
  const isMonth = filters.view === 'month'
  return (
    <div role="group" aria-label={words.view} className={styles.views}>
      <ToggleButton
        appearance="subtle"
        className={officer}
        icon={<TextBulletListLtr20Regular aria-hidden />}
        checked={!isMonth}
        onClick={() => onChoose({ view: undefined, month: undefined, layers: undefined })}
      >
        {words.list}
      </ToggleButton>
      <ToggleButton
        appearance="subtle"
        className={officer}
        icon={<CalendarMonth20Regular aria-hidden />}
        checked={isMonth}
        onClick={() => onChoose({ view: 'month', time: undefined })}
      >
        {words.month}
      </ToggleButton>
    </div>
  )
}

function chosen(filters: Change): Route {
  const given = Object.entries(filters).filter(([name, value]) => name !== 'page' && value !== undefined)
  return { ...(Object.fromEntries(given) as Filters), page: 'programme' }
}
