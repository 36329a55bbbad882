import { Button, Input, Select, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { FormEvent } from 'react'
import type { PlacesPage } from '../../../api/contracts/places.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Section } from '../../ui/Section.tsx'
import { Ticks } from '../../ui/Ticks.tsx'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { useIsPhone } from '../../ui/widths.ts'
import { criteriaOf, methods, type Draft, type Wrong } from './draft.ts'
import type { PlacesState } from './use-places.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '720px' },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  short: { maxWidth: '160px' },
  when: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})

type Props = Pick<PlacesState, 'change' | 'doing' | 'save' | 'drop'> & {
  readonly page: PlacesPage
  readonly draft: Draft
  /** Another act is more pressing, and the one button that is filled is that one's. */
  readonly isSecond: boolean
}
type FieldProps = Pick<Props, 'page' | 'draft' | 'change'> & { readonly wrong: Wrong }

/** C4.4, X27: everything that Members are told, before they are told it; afterwards what may still change. */
export function TermsForm({ page, draft, change, doing, save, drop, isSecond }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const form = useFocusOnWrong(doing.kind === 'wrong' ? doing : undefined)
  const fields = { page, draft, change, wrong: doing.kind === 'wrong' ? doing.wrong : {} }
  const isAnnounced = page.offer?.announcedAt !== undefined
  function submit(event: FormEvent): void {
    event.preventDefault()
    void save()
  }
  return (
    <Section of="officer" heading={words.terms} card>
      <form ref={form} className={styles.form} noValidate onSubmit={submit}>
        {isAnnounced && <p className={styles.line}>{fixedWords(page)}</p>}
        <Line {...fields} field="places" label={words.placesLabel} inputMode="numeric" />
        {!isAnnounced && <Whom {...fields} />}
        {!isAnnounced && <How {...fields} />}
        {!page.drawn && !closingStands(page) && (
          <div className={styles.when}>
            <Line {...fields} field="closesOn" label={words.closesOn} type="date" />
            <Line {...fields} field="closesAt" label={words.closesAt} type="time" />
          </div>
        )}
        <div className={styles.acts}>
          <Button
            type="submit"
            appearance={isSecond ? 'outline' : 'primary'}
            className={mergeClasses(officer, isSecond && outlined)}
            disabledFocusable={doing.kind === 'busy'}
          >
            {words.save}
          </Button>
          {page.offer && !isAnnounced && (
            <Button className={mergeClasses(officer, outlined)} disabledFocusable={doing.kind === 'busy'} onClick={() => void drop()}>
              {words.drop}
            </Button>
          )}
        </div>
      </form>
    </Section>
  )
}

function fixedWords(page: PlacesPage): string {
  if (page.drawn) return words.fixedByDraw
  if (closingStands(page)) return words.fixedByClosing
  return page.offer && ['closing', 'closed'].includes(page.offer.stage) ? words.fixedForNobody : words.fixed
}

/** It has passed, and somebody is interested. */
function closingStands({ offer }: PlacesPage): boolean {
  return offer !== undefined && ['closing', 'closed'].includes(offer.stage) && offer.interested > 0
}

type LineProps = FieldProps & {
  readonly field: 'places' | 'closesOn' | 'closesAt'
  readonly label: string
  readonly type?: 'date' | 'time'
  readonly inputMode?: 'numeric'
}

function Line({ draft, wrong, change, field, label, type, inputMode }: LineProps) {
  const styles = useStyles()
  const { field: bordered } = useButtonStyles()
  return (
    <LabelledField label={label} wrong={wrong[field]}>
      {(wiring) => (
        <Input
          {...wiring}
          {...(type ? { type } : {})}
          {...(inputMode ? { inputMode } : {})}
          className={mergeClasses(bordered, styles.short)}
          value={draft[field]}
          onChange={(_event, { value }) => change({ [field]: value })}
        />
      )}
    </LabelledField>
  )
}

function Whom({ page, draft, wrong, change }: FieldProps) {
  const { select } = useButtonStyles()
  return (
    <>
      <LabelledField label={words.openTo}>
        {(wiring) => (
          <Select
            {...wiring}
            className={select}
            value={draft.openTo}
            onChange={(_event, { value }) => change({ openTo: value === 'posts' ? 'posts' : 'everyone' })}
          >
            <option value="everyone">{words.everyone}</option>
            <option value="posts">{words.posts}</option>
          </Select>
        )}
      </LabelledField>
      {draft.openTo === 'posts' && (
        <Ticks
          legend={words.postsLegend}
          options={postsIn(page, draft.posts)}
          ticked={draft.posts}
          wrong={wrong.posts}
          onChange={(posts) => change({ posts })}
        />
      )}
    </>
  )
}

/** A closed list shows on a phone no more than the beginning of what is chosen, so that it is said below in full. */
function How({ page, draft, wrong, change }: FieldProps) {
  const styles = useStyles()
  const isPhone = useIsPhone()
  const { select } = useButtonStyles()
  return (
    <>
      <LabelledField label={words.method} hint={words.methodHint} wrong={wrong.method}>
        {(wiring) => (
          <Select
            {...wiring}
            className={select}
            value={draft.method}
            onChange={(_event, { value }) => change({ method: methods.find((each) => each === value) ?? draft.method })}
          >
            {methods.map((method) => (
              <option key={method} value={method}>
                {words.methods[method]}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      {isPhone && <p className={styles.line}>{words.methodInFull(words.methods[draft.method])}</p>}
      {criteriaOf(draft.method).includes('role-need') && (
        <>
          {page.choices.isMandatory && <p className={styles.line}>{words.mandatoryToo}</p>}
          <Ticks
            legend={words.neededFor}
            options={postsIn(page, draft.neededFor)}
            ticked={draft.neededFor}
            wrong={wrong.neededFor}
            onChange={(neededFor) => change({ neededFor })}
          />
        </>
      )}
    </>
  )
}

/** Offices and committees; what was ticked before stays in sight although nobody holds it now. */
function postsIn({ choices }: PlacesPage, ticked: readonly string[]) {
  return [...new Set([...choices.posts, ...choices.committees, ...ticked])].map((post) => ({ id: post, label: post }))
}
