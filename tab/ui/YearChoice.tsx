import { Button, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { replaceWith } from '../host/use-route.ts'
import { yearKinds, type YearKind } from '../paths.ts'
import { useButtonStyles } from './button-styles.ts'
import { wordsOfYear as words, yearNames } from './words-of-year.ts'

const useStyles = makeStyles({
  controls: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
})

type Props = { readonly page: 'uptake' | 'spread' | 'joint'; readonly year: { readonly kind: YearKind; readonly from: string } }

/** What is chosen stands in the address, so that a link shares the year. */
export function YearChoice({ page, year }: Props) {
  const styles = useStyles()
  const { select, officer, outlined } = useButtonStyles()
  const began = Number(year.from.slice(0, 4))
  const look = mergeClasses(officer, outlined)
  return (
    <div className={styles.controls}>
      <Select
        className={select}
        aria-label={words.kind}
        value={year.kind}
        onChange={(_event, { value }) => replaceWith({ page, began, year: yearKinds.find((each) => each === value) ?? year.kind })}
      >
        {yearKinds.map((kind) => (
          <option key={kind} value={kind}>
            {yearNames[kind]}
          </option>
        ))}
      </Select>
      <Button className={look} onClick={() => replaceWith({ page, year: year.kind, began: began - 1 })}>
        {words.earlier}
      </Button>
      <Button className={look} onClick={() => replaceWith({ page, year: year.kind, began: began + 1 })}>
        {words.later}
      </Button>
    </div>
  )
}
