import { Button, Input, Select, Textarea, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, useState, type FormEvent, type HTMLInputTypeAttribute } from 'react'
import { noticeSections } from '../../../domain/bulletin/notice.ts'
import type { Notices } from '../../../api/contracts/bulletin.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { shortDay } from '../../ui/words-of-time.ts'
import { useFocusOnWrong } from '../../ui/use-focus-on-wrong.ts'
import { asked, unwritten, words, wrongIn, type Written } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalL, maxWidth: '640px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  days: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))', gap: tokens.spacingHorizontalM },
})

type Props = { readonly known: Notices; readonly onAdd: (written: Written) => Promise<boolean>; readonly onCancel: () => void }
type Text = { [Field in keyof Written]: Written[Field] extends string ? Field : never }[keyof Written]

/** One item, asked only what its kind has. */
export function NoticeForm({ known, onAdd, onCancel }: Props) {
  const styles = useStyles()
  const { area, officer, outlined, select } = useButtonStyles()
  const [written, setWritten] = useState(unwritten)
  const [tried, setTried] = useState<object>()
  const form = useFocusOnWrong(tried)
  const [isBusy, setBusy] = useState(false)
  const wrong = tried ? wrongIn(written) : {}
  const fields: readonly string[] = asked[written.section]
  const put = (field: Text) => (value: string) => setWritten({ ...written, [field]: value })
  const text = { written, put, wrong }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const isIncomplete = Object.keys(wrongIn(written)).length > 0
    setTried(isIncomplete ? {} : undefined)
    if (isIncomplete || isBusy) return
    setBusy(true)
    const isDone = await onAdd(written)
    if (!isDone) setBusy(false)
  }

  return (
    <Card>
      <form ref={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <h2 className={styles.heading}>{words.add}</h2>
        <LabelledField label={words.kind}>
          {(wiring) => (
            <Select
              {...wiring}
              className={select}
              value={written.section}
              onChange={(_event, { value }) =>
                setWritten({ ...written, section: noticeSections.find((each) => each === value) ?? written.section })
              }
            >
              {noticeSections
                .filter((section) => known.youSaidWeDid || section !== 'you-said-we-did')
                .map((section) => (
                  <option key={section} value={section}>
                    {words.sections[section]}
                  </option>
                ))}
            </Select>
          )}
        </LabelledField>
        <TextLine {...text} field="title" label={words.titleField(written.section)} />
        <LabelledField label={words.about(written.section)}>
          {(wiring) => (
            <Textarea
              {...wiring}
              className={area}
              value={written.about}
              maxLength={1_000}
              onChange={(_event, { value }) => put('about')(value)}
            />
          )}
        </LabelledField>
        {fields.includes('provider') && <TextLine {...text} field="provider" label={words.provider} suggest={known.providers} />}
        {fields.includes('cost') && <TextLine {...text} field="cost" label={words.cost} hint={words.costHint} inputMode="decimal" />}
        {fields.includes('from') && (
          <div className={styles.days}>
            <TextLine {...text} field="from" label={words.from} type="date" />
            <TextLine {...text} field="to" label={words.to} type="date" />
          </div>
        )}
        {fields.includes('minutes') && <TextLine {...text} field="minutes" label={words.minutes} type="number" />}
        {fields.includes('insteadOf') && (
          <Choice {...text} field="insteadOf" label={words.insteadOf} hint={words.insteadOfHint} options={sessionOptions(known)} />
        )}
        {fields.includes('recurring') && known.recurring.length > 0 && (
          <Choice
            {...text}
            field="recurring"
            label={words.recurring}
            options={known.recurring.map(({ id, label }) => [id, label] as const)}
          />
        )}
        {fields.includes('roles') && <TextLine {...text} field="roles" label={words.roles} hint={words.rolesHint} />}
        {fields.includes('link') && <TextLine {...text} field="link" label={words.link} hint={words.linkHint} type="url" />}
        {fields.includes('until') && <TextLine {...text} field="until" label={words.until} hint={words.untilHint} type="date" />}
        <div className={styles.acts}>
          <Button type="submit" appearance="primary" className={officer} disabledFocusable={isBusy}>
            {words.adding}
          </Button>
          <Button className={mergeClasses(officer, outlined)} onClick={onCancel}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Card>
  )
}

function sessionOptions({ sessions }: Notices): readonly (readonly [string, string])[] {
  const [first] = sessions
  return sessions.map(
    ({ sessionId, title, startsAt }) => [sessionId, `${title}, ${shortDay(startsAt, first?.startsAt ?? startsAt)}`] as const,
  )
}

type Field = {
  readonly written: Written
  readonly put: (field: Text) => (value: string) => void
  readonly wrong: { readonly [field: string]: string | undefined }
  readonly field: Text
  readonly label: string
  readonly hint?: string
}
type LineProps = Field & {
  readonly type?: Extract<HTMLInputTypeAttribute, 'text' | 'url' | 'date' | 'number'>
  readonly inputMode?: 'decimal'
  readonly suggest?: readonly string[]
}

function TextLine({ written, put, wrong, field, label, hint, type = 'text', inputMode, suggest }: LineProps) {
  const { field: look } = useButtonStyles()
  const list = useId()
  return (
    <LabelledField label={label} hint={hint} wrong={wrong[field]}>
      {(wiring) => (
        <>
          <Input
            {...wiring}
            className={look}
            type={type}
            {...(inputMode ? { inputMode } : {})}
            {...(suggest ? { list } : {})}
            value={written[field]}
            maxLength={500}
            onChange={(_event, { value }) => put(field)(value)}
          />
          {suggest && (
            <datalist id={list}>
              {suggest.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </datalist>
          )}
        </>
      )}
    </LabelledField>
  )
}

function Choice({
  written,
  put,
  wrong,
  field,
  label,
  hint,
  options,
}: Field & { readonly options: readonly (readonly [string, string])[] }) {
  const { select } = useButtonStyles()
  return (
    <LabelledField label={label} hint={hint} wrong={wrong[field]}>
      {(wiring) => (
        <Select {...wiring} className={select} value={written[field]} onChange={(_event, { value }) => put(field)(value)}>
          <option value="">{words.noSession}</option>
          {options.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </LabelledField>
  )
}
