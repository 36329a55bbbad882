import { Button, Select, makeStaticStyles, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { brochure as brochureShape, type Brochure } from '../../../api/contracts/brochure.ts'
import type { Known } from '../../api/shown.ts'
import { useResource } from '../../api/use-resource.ts'
import { replaceWith } from '../../host/use-route.ts'
import { addressOf, arrangements, brochureQuery, hrefOf, type BrochurePlace } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { isOfficer, useMe } from '../../ui/MeContext.tsx'
import { Note } from '../../ui/Note.tsx'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { TakeAway } from '../../ui/TakeAway.tsx'
import { dayWords } from '../../ui/words-of-time.ts'
import { phone } from '../../ui/widths.ts'
import { Course } from './Course.tsx'
import { anchorOf, brochureTable, headingWords, heldOutWords, howToAnswer, leadWords, nothingWords, words, yearWords } from './words.ts'

/** A4, each page numbered at its foot where the browser can. */
const usePaper = makeStaticStyles(
  '@page { size: A4 portrait; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 10pt sans-serif } }',
)

const useStyles = makeStyles({
  controls: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, '@media print': { display: 'none' } },
  line: { margin: 0, textWrap: 'pretty' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    outlineStyle: 'none',
    '@media print': { breakAfter: 'avoid' },
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, '@media print': { display: 'block' } },
  contents: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
    listStyleType: 'none',
    columnGap: tokens.spacingHorizontalXXXL,
    columnWidth: '300px',
    '@media print': { columnWidth: '220px' },
  },
  contentsCard: { '@media print': { breakInside: 'auto' } },
  group: { breakInside: 'avoid', paddingBottom: tokens.spacingVerticalM },
  within: { margin: 0, padding: 0, listStyleType: 'none' },
  link: {
    color: tokens.colorBrandForegroundLink,
    overflowWrap: 'anywhere',
    display: 'inline-block',
    padding: '4px 0',
    '@media print': { padding: 0 },
    [phone]: { display: 'flex', alignItems: 'center', minHeight: '44px' },
  },
  held: { '@media print': { display: 'none' } },
  /** Brand colours are too pale on a warning's own ground. */
  inNote: { color: 'inherit', textDecorationLine: 'underline' },
  heldList: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalXL },
  groupLink: { fontWeight: tokens.fontWeightSemibold },
})

/** C4.16: the year's programme as a brochure: to be read from top to bottom, or printed as it is. */
export function BrochurePage({ place }: { readonly place: BrochurePlace }) {
  usePaper()
  const { at: _at, ...asked } = place
  const { state, again } = useResource(`/brochure${brochureQuery(asked)}`, brochureShape)
  const reader = useReader()
  if (state.kind === 'shown') return <Shown state={state} asked={asked} onTryAgain={again} />
  return (
    <Page of={reader} title={words.title} back={backOf(reader)} ready={state.kind !== 'loading'}>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
    </Page>
  )
}

type Reader = 'member' | 'officer'

function useReader(): Reader {
  return isOfficer(useMe()) ? 'officer' : 'member'
}

function backOf(reader: Reader) {
  return { to: { page: reader === 'officer' ? 'programme' : 'my-training' } as const, words: words.back[reader] }
}

type Asked = Omit<BrochurePlace, 'at'>
type Props = { readonly state: Known<Brochure>; readonly asked: Asked; readonly onTryAgain: () => Promise<void> }

function Shown({ state, asked, onTryAgain }: Props) {
  const reader = useReader()
  const shown = state.value
  const isEmpty = shown.groups.length === 0
  return (
    <Page
      of={reader}
      title={`${shown.name} ${yearWords(shown.year)}`}
      lead={leadWords(shown)}
      back={backOf(reader)}
      {...(isEmpty ? {} : { actions: <TakeAway name={`${shown.name} ${yearWords(shown.year)}`} table={() => brochureTable(shown)} /> })}
    >
      <OutOfReach state={state} onTryAgain={onTryAgain} />
      <Controls shown={shown} asked={asked} />
      {shown.held && <HeldOut held={shown.held} now={shown.now} />}
      {isEmpty ? (
        <Card>{nothingWords(shown)}</Card>
      ) : (
        <>
          <HowTo />
          <Contents shown={shown} asked={asked} />
          <Groups shown={shown} asked={asked} reader={reader} />
        </>
      )}
    </Page>
  )
}

/** What is chosen stands in the address, so that a link shares it. */
function Controls({ shown, asked }: { readonly shown: Brochure; readonly asked: Asked }) {
  const styles = useStyles()
  const { select, officer, outlined } = useButtonStyles()
  const look = mergeClasses(officer, outlined)
  const began = Number(shown.year.from.slice(0, 4))
  return (
    <div className={styles.controls}>
      <Select
        className={select}
        aria-label={words.arrangedBy}
        value={shown.by}
        onChange={(_event, { value }) =>
          replaceWith({ page: 'brochure', ...asked, by: arrangements.find((each) => each === value) ?? shown.by })
        }
      >
        {arrangements.map((each) => (
          <option key={each} value={each}>
            {words.by[each]}
          </option>
        ))}
      </Select>
      <Button className={look} onClick={() => replaceWith({ page: 'brochure', ...asked, began: began - 1 })}>
        {words.earlier}
      </Button>
      <Button className={look} onClick={() => replaceWith({ page: 'brochure', ...asked, began: began + 1 })}>
        {words.later}
      </Button>
    </div>
  )
}

/** C1.9: to officers alone, and on no paper. */
function HeldOut({ held, now }: { readonly held: NonNullable<Brochure['held']>; readonly now: string }) {
  const styles = useStyles()
  return (
    <div className={styles.held}>
      <Note kind="warning">
        <strong>{heldOutWords(held.length)}</strong> {words.heldHint}
        <ul className={styles.heldList}>
          {held.map(({ sessionId, title, startsAt }) => (
            <li key={sessionId}>
              <a className={mergeClasses(styles.link, styles.inNote)} href={hrefOf({ page: 'details', sessionId })}>
                {title}, {dayWords(startsAt, now)}
              </a>
            </li>
          ))}
        </ul>
      </Note>
    </div>
  )
}

function HowTo() {
  const styles = useStyles()
  const { help } = useMe().council
  return (
    <Card>
      <h2 className={styles.heading}>{words.howTo}</h2>
      {howToAnswer(help).map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
    </Card>
  )
}

/** What a part of the page is called in its address, which is what a link to it leads to: on paper too, where a PDF has links. */
function placeOf(asked: Asked, at: string): string {
  return addressOf({ page: 'brochure', ...asked, at })
}

/** Links of the browser's own: they need no script, and stand in a PDF. */
function Contents({ shown, asked }: { readonly shown: Brochure; readonly asked: Asked }) {
  const styles = useStyles()
  return (
    <Card className={styles.contentsCard}>
      <nav aria-labelledby="brochure-contents">
        <h2 id="brochure-contents" className={styles.heading}>
          {words.contents}
        </h2>
        <ul className={styles.contents}>
          {shown.groups.map(({ heading, courses }) => (
            <li key={anchorOf(heading)} className={styles.group}>
              <a
                className={mergeClasses(styles.link, styles.groupLink)}
                href={hrefOf({ page: 'brochure', ...asked, at: anchorOf(heading) })}
              >
                {headingWords(heading)}
              </a>
              <ul className={styles.within}>
                {courses.map(({ courseId, title }) => (
                  <li key={courseId}>
                    <a className={styles.link} href={hrefOf({ page: 'brochure', ...asked, at: courseId })}>
                      {title}
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  )
}

function Groups({ shown, asked, reader }: { readonly shown: Brochure; readonly asked: Asked; readonly reader: Reader }) {
  const styles = useStyles()
  return shown.groups.map(({ heading, courses }) => {
    const id = placeOf(asked, anchorOf(heading))
    return (
      <section key={id} className={styles.section} aria-labelledby={id}>
        <h2 id={id} tabIndex={-1} className={styles.heading}>
          {headingWords(heading)}
        </h2>
        {courses.map((course) => (
          <Course key={course.courseId} course={course} id={placeOf(asked, course.courseId)} reader={reader} />
        ))}
      </section>
    )
  })
}
