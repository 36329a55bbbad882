import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Card } from '../../ui/Card.tsx'
import { Note } from '../../ui/Note.tsx'
import { Section } from '../../ui/Section.tsx'
import type { Pdp } from './use-pdp.ts'
import { PlanWords } from './PlanWords.tsx'
import { Saved } from './Saved.tsx'
import { words } from './words.ts'

const useStyles = makeStyles({
  both: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: tokens.spacingHorizontalL },
  act: { minHeight: '48px', fontSize: tokens.fontSizeBase400 },
})

/** Two devices, or an officer who helped meanwhile: both are shown, one is chosen, and neither is lost. */
export function Conflict({ pdp }: { readonly pdp: Pdp }) {
  const styles = useStyles()
  const { outlined } = useButtonStyles()
  const { page, keeper, draft } = pdp
  if (!draft.theirs) return null
  const both = { mine: draft.content, theirs: draft.theirs.content }
  const version = (heading: string, act: string, which: 'mine' | 'theirs') => (
    <Section of="member" heading={heading}>
      <Card>
        <PlanWords content={both[which]} besides={both[which === 'mine' ? 'theirs' : 'mine']} page={page} />
        <Button
          className={mergeClasses(styles.act, outlined)}
          disabledFocusable={draft.saving.kind === 'saving'}
          onClick={() => void keeper.choose(which)}
        >
          {act}
        </Button>
      </Card>
    </Section>
  )
  return (
    <>
      <Note kind="warning">
        <strong>{words.conflictTitle}</strong>. {words.conflict}
      </Note>
      <div className={styles.both}>
        {version(words.yours, words.goOnWithYours, 'mine')}
        {version(words.theirs, words.goOnWithTheirs, 'theirs')}
      </div>
      {draft.saving.kind !== 'typed' && <Saved saving={draft.saving} lasts={keeper.lasts()} />}
    </>
  )
}
