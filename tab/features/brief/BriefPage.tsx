import { makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components'
import { presenterBrief, type PresenterBrief } from '../../../api/contracts/brief.ts'
import { useResource } from '../../api/use-resource.ts'
import { hrefOf } from '../../paths.ts'
import { OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SessionPending } from '../../ui/SessionPending.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { SessionTrail } from '../../ui/Trail.tsx'
import { phone } from '../../ui/widths.ts'
import { Giving } from './Giving.tsx'
import { leadWords, words } from './words.ts'

/** A4, as it is handed over. */
const usePaper = makeStaticStyles('@page { size: A4 portrait; margin: 18mm 16mm }')

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    '@media screen and (min-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr) 368px', alignItems: 'start' },
  },
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    '@media print': { gap: tokens.spacingVerticalS },
  },
  line: { margin: 0, textWrap: 'pretty', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  aims: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  link: { color: tokens.colorBrandForegroundLink, [phone]: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' } },
})

/** C1.11: what whoever presents a session is given beforehand. It opens with the aims, so that the session can begin with them. */
export function BriefPage({ sessionId }: { readonly sessionId: string }) {
  usePaper()
  const styles = useStyles()
  const resource = useResource(`/sessions/${sessionId}/brief`, presenterBrief)
  const { state, again } = resource
  if (state.kind !== 'shown') {
    return (
      <SessionPending title={words.title} state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </SessionPending>
    )
  }
  const brief = state.value
  return (
    <Page
      of="officer"
      title={words.title}
      lead={leadWords(brief)}
      trail={<SessionTrail session={{ title: brief.title, sessionId }} here={words.title} />}
    >
      <OutOfReach state={state} onTryAgain={again} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Aims brief={brief} />
          {[...brief.sections, { heading: words.closing, lines: brief.closing }].map(({ heading, lines }) => (
            <Section key={heading} of="officer" heading={heading} card>
              <div className={styles.lines}>
                {lines.map((line) => (
                  <p key={line} className={styles.line}>
                    {line}
                  </p>
                ))}
              </div>
            </Section>
          ))}
        </div>
        <Giving brief={brief} resource={resource} />
      </div>
    </Page>
  )
}

function Aims({ brief: { sessionId, opening, aims } }: { readonly brief: PresenterBrief }) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.aims} card>
      {aims.length > 0 ? (
        <>
          {opening && <p className={styles.line}>{opening}</p>}
          <div className={styles.aims}>
            {aims.map((aim) => (
              <p key={aim} className={styles.line}>
                {aim}
              </p>
            ))}
          </div>
        </>
      ) : (
        <>
          <Status icon="info">{words.noAims}</Status>
          <a className={styles.link} href={hrefOf({ page: 'details', sessionId })}>
            {words.putDown}
          </a>
        </>
      )}
    </Section>
  )
}
