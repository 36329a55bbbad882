import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, type RefObject } from 'react'
import type { RulebookView } from '../../../api/contracts/rulebook.ts'
import type { Rulebook } from '../../../domain/rulebook/rulebook.ts'
import { hrefOf } from '../../paths.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { useMe } from '../../ui/MeContext.tsx'
import { isCrowded } from '../../ui/section-links.ts'
import { useIsPhone } from '../../ui/widths.ts'
import { NotShown, OutOfReach } from '../../ui/NotShown.tsx'
import { Note } from '../../ui/Note.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { ChangeCard } from './ChangeCard.tsx'
import { areasOf } from './areas.ts'
import { faultsElsewhere, listChanged, rowsIn, rulesIn, settingChanged, toldOnly, type Draft } from './draft.ts'
import { fieldsOf, type RuleArea } from './fields.ts'
import { faultsOf, wrongIn, type ListFaults, type Wrong } from './list-faults.ts'
import { ListEditor } from './ListEditor.tsx'
import { listsIn } from './lists.ts'
import { rowsOf } from './rows.ts'
import { RuleSentence, RuleTold } from './RuleSentence.tsx'
import { useRulebook, type RulebookState, type Trying } from './use-rulebook.ts'
import { Presets, Versions } from './Versions.tsx'
import { toComeWords, words } from './words.ts'

const wide = '@media (min-width: 1000px)'
const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    alignItems: 'start',
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr) 400px' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  /** Above the rules where there is no room beside them. */
  change: { order: -1, minWidth: 0, [wide]: { order: 0, alignSelf: 'stretch' } },
  versions: { outlineStyle: 'none' },
  toHealth: { display: 'flex', alignItems: 'center', minHeight: '44px', color: tokens.colorBrandForegroundLink },
  /** On a wide page it stays beside whichever rule is being changed. */
  beside: { [wide]: { position: 'sticky', top: tokens.spacingVerticalL, maxHeight: 'calc(100vh - 32px)', overflowY: 'auto' } },
  told: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
})

/** The council's rules: to read for officers, to change for administrators. Nothing is applied by leaving the page. */
export function RulebookPage() {
  const rulebook = useRulebook()
  const versions = useRef<HTMLDivElement>(null)
  const { state, again } = rulebook.resource
  const me = useMe()
  const { council } = me
  const isPhone = useIsPhone()
  if (state.kind !== 'shown') {
    return (
      <Page of="officer" title={words.title} ready={state.kind !== 'loading'}>
        <NotShown state={state} onTryAgain={again}>
          <SkeletonCard bars={listBars} />
        </NotShown>
      </Page>
    )
  }
  const view = state.value
  const toCome = toComeWords(view)
  const says = view.mayChange ? words.lead(council.name) : `${words.lead(council.name)} ${words.readOnly}`
  const lead = isCrowded(me, isPhone) ? <WithHealth says={says} /> : says
  return (
    <Page of="officer" title={words.title} lead={lead} actions={<ToVersions view={view} to={versions} />}>
      <OutOfReach state={state} onTryAgain={again} />
      {toCome && <Note kind="info">{toCome}</Note>}
      {view.mayChange ? <Changing {...rulebook} view={view} versions={versions} /> : <Reading view={view} versions={versions} />}
    </Page>
  )
}

function WithHealth({ says }: { readonly says: string }) {
  const styles = useStyles()
  return (
    <>
      {says}
      <a className={styles.toHealth} href={hrefOf({ page: 'health' })}>
        {words.toHealth}
      </a>
    </>
  )
}

type ReadingProps = { readonly view: RulebookView; readonly versions: RefObject<HTMLDivElement | null> }

/** They stand below the rules: focus goes there too. */
function ToVersions({ view, to }: { readonly view: RulebookView; readonly to: ReadingProps['versions'] }) {
  const { officer, outlined } = useButtonStyles()
  return (
    <Button className={mergeClasses(officer, outlined)} onClick={() => to.current?.focus()}>
      {words.toVersions(view.versions.length)}
    </Button>
  )
}

function Changing({ view, versions, resource: _resource, ...rest }: RulebookState & ReadingProps) {
  const styles = useStyles()
  const { draft, trying, change, preview } = rest
  const { rulebook } = view
  const rules = useMemo(() => rulesIn(draft, rulebook) as Rulebook, [draft, rulebook])
  const own = useMemo(() => wrongIn(rules), [rules])
  const wrong = trying.kind === 'wrong' ? trying.wrong : nothingWrong
  const column = useFocusOnRefused(trying)
  const look = (instead: NonNullable<Draft['instead']>) => void preview({ ...draft, instead })
  return (
    <div className={styles.columns}>
      <div ref={column} className={styles.column}>
        {areasOf(rules).map((area) => (
          <ChangingArea key={area.heading} area={area} view={view} draft={draft} rules={rules} own={own} wrong={wrong} change={change} />
        ))}
        <Rest view={view} />
        <div ref={versions} tabIndex={-1} className={styles.versions}>
          <Versions view={view} onLook={look} />
        </div>
        <Presets view={view} onLook={look} />
      </div>
      <div className={styles.change}>
        <div className={styles.beside}>
          <ChangeCard {...rest} view={view} faults={faultsElsewhere(wrong, rulebook)} />
        </div>
      </div>
    </div>
  )
}

type ChangingAreaProps = Pick<RulebookState, 'draft' | 'change'> & {
  readonly area: RuleArea
  readonly view: RulebookView
  readonly rules: Rulebook
  readonly own: Wrong
  readonly wrong: Wrong
}

function ChangingArea({ area: { heading, rules: sentences, lists }, view, draft, rules, own, wrong, change }: ChangingAreaProps) {
  const { rulebook, latest } = view
  return (
    <Section of="officer" heading={heading} card>
      {sentences.map((rule) => (
        <RuleSentence
          key={fieldsOf([rule])[0]?.path}
          rule={rule}
          rulebook={rulebook}
          settings={draft.settings}
          wrong={wrong}
          onChange={(field, value) => change(settingChanged(draft, rulebook, field, value))}
        />
      ))}
      {listsIn(lists).map((list) => {
        const rows = rowsIn(draft, list, rulebook)
        return (
          <ListEditor
            key={`${list.path} ${latest}`} // of other rules the entries are others
            list={list}
            rows={rows}
            rules={rules}
            own={faultsOf(list, rows, own)}
            refused={wrong === nothingWrong ? noFaults : faultsOf(list, rows, wrong)}
            mayChange
            onChange={(next) => change(listChanged(draft, list, next))}
          />
        )
      })}
    </Section>
  )
}

const nothingWrong: Wrong = {}
const noFaults: ListFaults = { ofList: [], ofRows: new Map() }

/** After a refusal focus goes to the first field that it is about. */
function useFocusOnRefused(trying: Trying) {
  const column = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (trying.kind === 'wrong') column.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')?.focus()
  }, [trying])
  return column
}

function Reading({ view, versions }: ReadingProps) {
  const styles = useStyles()
  const { rulebook } = view
  return (
    <div className={styles.column}>
      {areasOf(rulebook).map(({ heading, rules, lists }) => (
        <Section key={heading} of="officer" heading={heading} card>
          {rules.map((rule) => (
            <RuleTold key={fieldsOf([rule])[0]?.path} rule={rule} rulebook={rulebook} />
          ))}
          {listsIn(lists).map((list) => (
            <ListEditor
              key={list.path}
              list={list}
              rows={rowsOf(list, rulebook)}
              rules={rulebook}
              own={noFaults}
              refused={noFaults}
              mayChange={false}
              onChange={() => undefined}
            />
          ))}
        </Section>
      ))}
      <Rest view={view} />
      <div ref={versions} tabIndex={-1} className={styles.versions}>
        <Versions view={view} onLook={() => undefined} />
      </div>
    </div>
  )
}

/** What is told and has no field: which preset the rules began as. */
function Rest({ view }: { readonly view: RulebookView }) {
  const styles = useStyles()
  return (
    <Section of="officer" heading={words.rest} card>
      <ul className={styles.told}>
        {toldOnly(view.rulebook).map(({ area, sentence }) => (
          <li key={sentence}>
            {area}: {sentence}
          </li>
        ))}
      </ul>
    </Section>
  )
}
