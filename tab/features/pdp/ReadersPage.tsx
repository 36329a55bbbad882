import { Avatar, Select, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { pdpReaders, type PdpReaders } from '../../../api/contracts/pdp.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { useResource } from '../../api/use-resource.ts'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { LabelledField } from '../../ui/LabelledField.tsx'
import { Live } from '../../ui/Live.tsx'
import { NotShown } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { Section } from '../../ui/Section.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Status } from '../../ui/Status.tsx'
import { problemWords, wordsOfSaving } from '../../ui/words.ts'
import { readersLead, words } from './words.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, maxWidth: '640px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'grid', gridTemplateColumns: '48px minmax(0, 1fr)', gap: tokens.spacingHorizontalL },
  name: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
})

const back = { to: { page: 'my-plan' }, words: words.back } as const

/** C6.22: who can read the plan, when each last did, and who supports the Member with it. */
export function ReadersPage() {
  const styles = useStyles()
  const { state, again, replace } = useResource('/my/pdp/readers', pdpReaders)
  const shown = state.kind === 'shown' ? state.value : undefined
  return (
    <Page
      of="member"
      title={words.readersTitle}
      back={back}
      ready={state.kind !== 'loading'}
      {...(shown ? { lead: readersLead(shown.readers.length) } : {})}
    >
      <NotShown state={state} onTryAgain={again}>
        <SkeletonCard bars={listBars} />
      </NotShown>
      {shown && (
        <div className={styles.main}>
          <Card>{shown.readers.length === 0 ? <p className={styles.line}>{words.nobody}</p> : <Readers view={shown} />}</Card>
          <Card>
            <Supporter view={shown} onChanged={replace} again={again} />
          </Card>
          <Section of="member" heading={words.othersSee}>
            <p className={styles.line}>{words.leadersSee}</p>
            <p className={styles.line}>{words.officersSee}</p>
          </Section>
        </div>
      )}
    </Page>
  )
}

function Readers({ view }: { readonly view: PdpReaders }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {view.readers.map(({ id, name, part, lastOpenedAt }) => (
        <li key={id} className={styles.row}>
          <Avatar aria-hidden name={name} color="colorful" size={48} />
          <div>
            <p className={styles.name}>{name}</p>
            <p className={styles.line}>{part === 'supporter' ? words.supporter : words.designated}</p>
            <p className={styles.line}>{lastOpenedAt ? words.lastOpened(lastOpenedAt) : words.neverOpened}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

type SupporterProps = { readonly view: PdpReaders; readonly onChanged: (view: PdpReaders) => void; readonly again: () => Promise<void> }
type Saving = { readonly kind: 'idle' | 'saving' | 'saved' } | { readonly kind: 'trouble'; readonly words: string }

function Supporter({ view, onChanged, again }: SupporterProps) {
  const api = useApi()
  const { select } = useButtonStyles()
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  async function name(supporter: string): Promise<void> {
    setSaving({ kind: 'saving' })
    const answer = await api.put('/my/pdp/readers', { ...(supporter ? { supporter } : {}), etag: view.etag }, pdpReaders)
    if (answer.kind === 'ok') {
      onChanged(answer.value)
      setSaving({ kind: 'saved' })
      return
    }
    await again()
    setSaving({ kind: 'trouble', words: answer.kind === 'refused' ? problemWords(answer.problem) : words.supporterNotKnown })
  }
  return (
    <>
      <LabelledField label={words.choose} hint={words.chooseHint}>
        {(wiring) => (
          <Select
            {...wiring}
            className={select}
            size="large"
            value={view.supporter ?? ''}
            disabled={saving.kind === 'saving'}
            onChange={(_event, { value }) => void name(value)}
          >
            <option value="">{words.noSupporter}</option>
            {view.officers.map((officer) => (
              <option key={officer.id} value={officer.id}>
                {officer.name}
              </option>
            ))}
          </Select>
        )}
      </LabelledField>
      <Live>
        {saving.kind === 'saving' && <Status icon="telling">{wordsOfSaving.saving}</Status>}
        {saving.kind === 'saved' && <Status icon="done">{words.supporterSaved}</Status>}
        {saving.kind === 'trouble' && <Status icon="danger">{saving.words}</Status>}
      </Live>
    </>
  )
}
