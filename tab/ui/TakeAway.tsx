import { Button, mergeClasses } from '@fluentui/react-components'
import { ArrowDownload20Regular } from '@fluentui/react-icons/svg/arrow-download'
import { Print20Regular } from '@fluentui/react-icons/svg/print'
import { useButtonStyles } from './button-styles.ts'
import { saveCsv } from './csv.ts'
import { wordsOfTakingAway as words } from './words.ts'

type Props = { readonly name: string; readonly table: () => readonly (readonly (string | number)[])[] }

/** What is on the screen, to take away: as a spreadsheet or on paper. */
export function TakeAway({ name, table }: Props) {
  const { officer, outlined } = useButtonStyles()
  const look = mergeClasses(officer, outlined)
  return (
    <>
      <Button className={look} icon={<ArrowDownload20Regular aria-hidden />} onClick={() => saveCsv(name, table())}>
        {words.download}
      </Button>
      <Button className={look} icon={<Print20Regular aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
    </>
  )
}
