import { Select, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Document20Regular } from '@fluentui/react-icons/svg/document'
import { Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { Phone20Regular } from '@fluentui/react-icons/svg/phone'
import { useEffect, useState } from 'react'
import { bulletinPreview, type Bulletin } from '../../../api/contracts/bulletin.ts'
import { useResource } from '../../api/use-resource.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { bySurname } from '../../ui/by-surname.ts'
import { Card } from '../../ui/Card.tsx'
import { Issue } from '../../ui/Issue.tsx'
import { NotShown } from '../../ui/NotShown.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { phone } from '../../ui/widths.ts'
import { SendTest } from './SendTest.tsx'
import { words } from './words.ts'

const forms = ['email', 'phone', 'text'] as const
type Form = (typeof forms)[number]
const icons = { email: Mail20Regular, phone: Phone20Regular, text: Document20Regular } as const

const useStyles = makeStyles({
  choose: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  reader: { flex: '1 1 200px' },
  forms: { display: 'flex' },
  form: { minWidth: '44px', minHeight: '44px' },
  phone: { maxWidth: '360px', [phone]: { maxWidth: 'none' } },
  headline: { margin: 0, color: tokens.colorNeutralForeground2 },
  subject: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
  },
})

type Props = { readonly issueId: string; readonly readers: Bulletin['readers']; readonly kept: number }

/** The issue as a chosen Member would get it if it left as it stands now. */
export function Preview({ issueId, readers: unsorted, kept }: Props) {
  const styles = useStyles()
  const readers = bySurname(unsorted)
  const { select } = useButtonStyles()
  const [reader, setReader] = useState(readers[0]?.memberId ?? '')
  const [form, setForm] = useState<Form>('email')
  return (
    <Section of="officer" heading={words.preview}>
      <div className={styles.choose}>
        <Select
          className={mergeClasses(select, styles.reader)}
          aria-label={words.as}
          value={reader}
          onChange={(_event, { value }) => setReader(value)}
        >
          {readers.map(({ memberId, name }) => (
            <option key={memberId} value={memberId}>
              {words.as} {name}
            </option>
          ))}
        </Select>
        <div className={styles.forms} role="group" aria-label={words.preview}>
          {forms.map((each) => {
            const Icon = icons[each]
            return (
              <ToggleButton
                key={each}
                className={styles.form}
                appearance="subtle"
                icon={<Icon />}
                aria-label={words.forms[each]}
                title={words.forms[each]}
                checked={form === each}
                onClick={() => setForm(each)}
              />
            )
          })}
        </div>
      </div>
      {reader && <SendTest issueId={issueId} reader={reader} />}
      {reader && <Shown key={reader} path={`/bulletin/${issueId}/preview/${reader}`} form={form} kept={kept} />}
    </Section>
  )
}

function Shown({ path, form, kept }: { readonly path: string; readonly form: Form; readonly kept: number }) {
  const styles = useStyles()
  const { state, again } = useResource(path, bulletinPreview)
  useEffect(() => {
    if (kept > 0) void again()
  }, [kept, again])
  const shown = state.kind === 'shown' ? state.value : undefined
  return (
    <>
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {shown && (
        <Card className={form === 'phone' ? styles.phone : ''}>
          {form === 'text' ? (
            <p className={styles.text}>{shown.text}</p>
          ) : (
            <>
              <p className={styles.headline}>{shown.page.headline}</p>
              <p className={styles.subject}>{shown.page.subject}</p>
              <Issue page={shown.page} words={words} links={false} />
            </>
          )}
        </Card>
      )}
    </>
  )
}
