import { makeStyles, tokens } from '@fluentui/react-components'
import { Call24Regular } from '@fluentui/react-icons/svg/call'
import { useMe } from './MeContext.tsx'
import { phone } from './widths.ts'
import { telLink, wordsOfHelp } from './words.ts'

const useStyles = makeStyles({
  foot: {
    display: 'grid',
    gridTemplateColumns: '32px 1fr',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    paddingTop: tokens.spacingVerticalL,
    color: tokens.colorNeutralForeground2,
  },
  words: { margin: 0, textWrap: 'pretty' },
  number: {
    color: tokens.colorBrandForegroundLink,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    [phone]: { display: 'inline-block', padding: '4px 0' },
  },
})

/** A name and a number end every page: a person helps, not a form. */
export function NeedAHand() {
  const styles = useStyles()
  const { help } = useMe().council
  return (
    <footer className={styles.foot}>
      <Call24Regular aria-hidden />
      <p className={styles.words}>
        {wordsOfHelp(help)}
        <a className={styles.number} href={telLink(help.telephone)}>
          {help.telephone}
        </a>
      </p>
    </footer>
  )
}
