import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Alert24Regular } from '@fluentui/react-icons/svg/alert'
import { CalendarLtr24Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { News24Regular } from '@fluentui/react-icons/svg/news'
import { HeartPulse24Regular } from '@fluentui/react-icons/svg/heart-pulse'
import { MoreHorizontal24Regular } from '@fluentui/react-icons/svg/more-horizontal'
import { People24Regular } from '@fluentui/react-icons/svg/people'
import { Person24Regular } from '@fluentui/react-icons/svg/person'
import { Settings24Regular } from '@fluentui/react-icons/svg/settings'
import { hrefOf, type PageName, type Route } from '../paths.ts'
import { phone, useIsPhone } from './widths.ts'
import type { SectionLink } from './section-links.ts'

const icons = {
  programme: CalendarLtr24Regular,
  attention: Alert24Regular,
  bulletin: News24Regular,
  bulletins: News24Regular,
  members: People24Regular,
  rulebook: Settings24Regular,
  health: HeartPulse24Regular,
  'my-training': Person24Regular,
  more: MoreHorizontal24Regular,
  'my-texts': MoreHorizontal24Regular,
} as const

const useStyles = makeStyles({
  nav: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  list: {
    listStyleType: 'none',
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1288px',
    margin: '0 auto',
    padding: '0 16px',
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    [phone]: { padding: 0, gap: 0 },
  },
  member: { maxWidth: '1104px' },
  item: { [phone]: { flex: '1 1 auto', minWidth: 0 } },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '6px',
    minHeight: '48px',
    padding: '0 10px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1 },
  },
  large: { fontSize: tokens.fontSizeBase400 },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      left: '8px',
      right: '8px',
      bottom: 0,
      height: '3px',
      borderRadius: '3px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
  badge: {
    minWidth: '18px',
    boxSizing: 'border-box',
    padding: '0 5px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorPaletteRedBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'center',
  },
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 2,
    borderBottom: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    paddingBottom: 'env(safe-area-inset-bottom)',
    '@media (max-height: 499.98px)': { position: 'static' },
  },
  stacked: {
    flexDirection: 'column',
    gap: '2px',
    minHeight: '56px',
    padding: '4px 2px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'center',
  },
  stackedCurrent: { color: tokens.colorBrandForeground1 },
})

type Props = { readonly links: readonly SectionLink[]; readonly current: PageName; readonly of: 'member' | 'officer' }

/** The row of pages: links and not tabs, because they change the page. An officer's phone has them under the thumb. */
export function Sections({ links, current, of }: Props) {
  const styles = useStyles()
  const atFoot = useIsPhone() && of === 'officer'
  return (
    <nav aria-label="Quorate sections" className={mergeClasses(styles.nav, atFoot && styles.foot)}>
      <ul className={mergeClasses(styles.list, of === 'member' && styles.member)}>
        {links.map((link) => {
          const isCurrent = link.pages.includes(current)
          const look = atFoot
            ? mergeClasses(styles.link, styles.stacked, isCurrent && styles.current, isCurrent && styles.stackedCurrent)
            : mergeClasses(styles.link, of === 'member' && styles.large, isCurrent && styles.current)
          return (
            <li key={link.words} className={styles.item}>
              <a className={look} href={hrefOf(link.to)} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
                {atFoot && <Icon of={link.to} />}
                {atFoot ? (link.count ? `${link.brief} (${link.count})` : link.brief) : link.words}
                {!atFoot && link.count ? <span className={styles.badge}>{link.count}</span> : null}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function Icon({ of }: { readonly of: Route }) {
  const Shape = icons[of.page as keyof typeof icons]
  return <Shape aria-hidden />
}
