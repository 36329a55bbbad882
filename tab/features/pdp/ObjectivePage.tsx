import { Button, Input, Radio, RadioGroup, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { useState } from 'react'
import { longest, type ObjectiveView } from '../../../api/contracts/pdp.ts'
import { hrefOf } from '../../paths.ts'
import { AskTwice } from '../../ui/AskTwice.tsx'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { NotShown } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Ticks } from '../../ui/Ticks.tsx'
import { londonDay } from '../../ui/words-of-time.ts'
import { Conflict } from './Conflict.tsx'
import { Privacy } from './Privacy.tsx'
import { Saved } from './Saved.tsx'
import { planRoute } from './routes.ts'
import { usePdp, type Pdp } from './use-pdp.ts'
import { dayWords, helpWords, offeredDates, sessionLine, words } from './words.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, maxWidth: '640px' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  group: { margin: 0, padding: 0, border: 0, minWidth: 0 },
  radio: {
    minHeight: '44px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase400,
    '& > .fui-Radio__input:enabled ~ .fui-Radio__label': { color: tokens.colorNeutralForeground1 },
  },
  date: { maxWidth: '320px' },
  act: { minHeight: '48px', fontSize: tokens.fontSizeBase400 },
  start: { alignSelf: 'start' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
})

type Props = { readonly memberId?: string | undefined; readonly objective: string }

/** C6.1, C6.2: one objective. What it is, by when, what would help, which sessions serve it, and how one will know. */
export function ObjectivePage({ memberId, objective: id }: Props) {
  const styles = useStyles()
  const { resource, pdp } = usePdp(memberId)
  const { state, again } = resource
  const objective = pdp?.draft.content.objectives.find((each) => each.id === id)
  const to = planRoute(memberId)
  const back = { to, words: pdp && memberId !== undefined ? words.titleOf(pdp.page.member.name) : words.back }
  const title = pdp && memberId !== undefined ? words.objectiveOf(pdp.page.member.name) : words.objectiveTitle
  return (
    <Page
      of="member"
      title={title}
      back={back}
      ready={state.kind !== 'loading'}
      bar={pdp && objective && !pdp.draft.theirs && <Bar pdp={pdp} href={hrefOf(to)} />}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {pdp && <Privacy page={pdp.page} />}
      {pdp?.draft.theirs && <Conflict pdp={pdp} />}
      {pdp && !pdp.draft.theirs && !objective && <p className={styles.quiet}>{words.gone}</p>}
      {pdp && !pdp.draft.theirs && objective && <Fields pdp={pdp} objective={objective} leave={hrefOf(to)} />}
    </Page>
  )
}

function Bar({ pdp: { keeper, draft }, href }: { readonly pdp: Pdp; readonly href: string }) {
  const styles = useStyles()
  return (
    <BottomBar label={words.barLabel}>
      <Saved saving={draft.saving} lasts={keeper.lasts()} />
      <Button as="a" href={href} appearance="primary" className={styles.act}>
        {words.leave}
      </Button>
    </BottomBar>
  )
}

type FieldsProps = { readonly pdp: Pdp; readonly objective: ObjectiveView; readonly leave: string }

function Fields({ pdp, objective, leave }: FieldsProps) {
  const styles = useStyles()
  const { area, outlined } = useButtonStyles()
  const { page, keeper } = pdp
  const change = (part: Partial<ObjectiveView>) =>
    keeper.edit((content) => ({
      ...content,
      objectives: content.objectives.map((each) => (each.id === objective.id ? { ...each, ...part } : each)),
    }))
  function setDone(): void {
    const { doneOn, ...rest } = objective
    const done = doneOn ? rest : { ...rest, doneOn: String(londonDay(page.now)) }
    keeper.edit((content) => ({ ...content, objectives: content.objectives.map((each) => (each.id === objective.id ? done : each)) }))
  }
  async function remove(): Promise<void> {
    keeper.edit((content) => ({ ...content, objectives: content.objectives.filter(({ id }) => id !== objective.id) }))
    window.location.hash = leave
    await keeper.flush()
  }
  return (
    <div className={styles.main}>
      <LabelledField label={words.aim} hint={words.aimHint}>
        {(wiring) => (
          <Textarea
            {...wiring}
            className={area}
            size="large"
            maxLength={longest.aim}
            value={objective.aim}
            onChange={(_event, { value }) => change({ aim: value })}
          />
        )}
      </LabelledField>
      <ByWhen objective={objective} now={page.now} change={change} />
      <Ticks
        legend={words.help}
        options={Object.entries(helpWords).map(([id, label]) => ({ id, label }))}
        ticked={objective.help}
        onChange={(ticked) => change({ help: helps.filter((each) => ticked.includes(each)) })}
      />
      <Serving pdp={pdp} objective={objective} change={change} />
      <LabelledField label={words.measure}>
        {(wiring) => (
          <Textarea
            {...wiring}
            className={area}
            size="large"
            maxLength={longest.measure}
            value={objective.measure}
            onChange={(_event, { value }) => change({ measure: value })}
          />
        )}
      </LabelledField>
      <Button className={mergeClasses(styles.act, outlined)} icon={<Checkmark20Regular aria-hidden />} onClick={setDone}>
        {objective.doneOn ? `${words.done(objective.doneOn)}. ${words.notDone}` : words.haveDone}
      </Button>
      <AskTwice
        subject={objective.id}
        opener={{ words: words.remove }}
        sure={() => words.sureRemove}
        yes={() => ({ words: words.yesRemove })}
        no={words.keep}
        onYes={remove}
        look={styles.act}
      />
    </div>
  )
}

const helps = ['session', 'own-time', 'watching', 'mentor'] as const

type PartProps = { readonly objective: ObjectiveView; readonly change: (part: Partial<ObjectiveView>) => void }

function ByWhen({ objective, now, change }: PartProps & { readonly now: string }) {
  const styles = useStyles()
  const { field } = useButtonStyles()
  const offered = offeredDates(now)
  const isOffered = offered.some(({ on }) => on === objective.byOn)
  const [another, setAnother] = useState(objective.byOn !== undefined && !isOffered)
  const chosen = another ? 'another' : (objective.byOn ?? '')
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.byWhen}</legend>
      <RadioGroup
        aria-label={words.byWhen}
        value={chosen}
        onChange={(_event, { value }) => {
          setAnother(value === 'another')
          if (value !== 'another') change({ byOn: value })
        }}
      >
        {offered.map(({ on, words: name }) => (
          <Radio key={on} className={styles.radio} value={on} label={name} />
        ))}
        <Radio className={styles.radio} value="another" label={words.anotherDate} />
      </RadioGroup>
      {another && (
        <LabelledField label={words.date}>
          {(wiring) => (
            <Input
              {...wiring}
              className={mergeClasses(field, styles.date)}
              type="date"
              value={objective.byOn ?? ''}
              onChange={(_event, { value }) => change(isDay(value) ? { byOn: value } : {})}
            />
          )}
        </LabelledField>
      )}
      {another && objective.byOn && <p className={styles.quiet}>{dayWords(objective.byOn)}</p>}
    </fieldset>
  )
}

function isDay(text: string): boolean {
  return /^20\d\d-\d\d-\d\d$/.test(text)
}

function Serving({ pdp: { page }, objective, change }: PartProps & { readonly pdp: Pdp }) {
  const styles = useStyles()
  const options = page.sessions.filter(({ sessionId, towards }) => objective.sessions.includes(sessionId) || towards !== 'called-off')
  if (options.length === 0) return <p className={styles.quiet}>{words.noSessions}</p>
  return (
    <Ticks
      legend={words.sessions}
      options={options.map((session) => ({ id: session.sessionId, label: sessionLine(session, page.part) }))}
      ticked={objective.sessions}
      onChange={(sessions) => change({ sessions: [...sessions] })}
    />
  )
}
