import { makeStyles, tokens } from '@fluentui/react-components'
import { LockClosed20Regular } from '@fluentui/react-icons/svg/lock-closed'
import type { PdpPage } from '../../../api/contracts/pdp.ts'
import { hrefOf } from '../../paths.ts'
import { privacyWords, words } from './words.ts'

const useStyles = makeStyles({
  line: {
    margin: `calc(-1 * ${tokens.spacingVerticalXL}) 0 0`,
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
  },
  link: { color: tokens.colorBrandForegroundLink, display: 'inline-block', padding: '12px 0', margin: '-12px 0' },
})

/** C6.22: who reads it, before anything that is in it. */
export function Privacy({ page }: { readonly page: PdpPage }) {
  const styles = useStyles()
  const isOwner = page.part === 'owner'
  return (
    <p className={styles.line}>
      <LockClosed20Regular aria-hidden />
      <span>
        {isOwner ? privacyWords(page) : words.openedNoted}{' '}
        {isOwner && (
          <a className={styles.link} href={hrefOf({ page: 'my-plan-readers' })}>
            {words.whoAreThey}
          </a>
        )}
      </span>
    </p>
  )
}
