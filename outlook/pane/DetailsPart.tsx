import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState, type FormEvent } from 'react'
import { DetailsFields } from '../../tab/features/details/DetailsFields.tsx'
import { noLongerAllowed } from '../../tab/features/details/draft.ts'
import { SavingTrouble } from '../../tab/features/details/SavingTrouble.tsx'
import { useDetails } from '../../tab/features/details/use-details.ts'
import { words as detailsWords } from '../../tab/features/details/words.ts'
import { useButtonStyles } from '../../tab/ui/button-styles.ts'
import { Live } from '../../tab/ui/Live.tsx'
import { NotShown } from '../../tab/ui/NotShown.tsx'
import { Status } from '../../tab/ui/Status.tsx'
import { useFocusOnWrong } from '../../tab/ui/use-focus-on-wrong.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  start: { alignSelf: 'flex-start' },
})

type Props = { readonly sessionId: string; readonly onSaved: () => Promise<void> }

/** Once Quorate knows the session, its details are Quorate's: changed on what was seen, so that of two officers the later is told. */
export function DetailsPart({ sessionId, onSaved }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const [shown, setShown] = useState<'closed' | 'open' | 'saved'>('closed')
  return (
    <>
      <Live>{shown === 'saved' && <Status icon="done">{words.detailsSaved}</Status>}</Live>
      <Button
        className={mergeClasses(officer, outlined, styles.start)}
        aria-expanded={shown === 'open'}
        onClick={() => setShown(shown === 'open' ? 'closed' : 'open')}
      >
        {shown === 'open' ? words.hideDetails : words.showDetails}
      </Button>
      {shown === 'open' && (
        <DetailsForm
          sessionId={sessionId}
          onSaved={() => {
            setShown('saved')
            void onSaved()
          }}
        />
      )}
    </>
  )
}

function DetailsForm({ sessionId, onSaved }: { readonly sessionId: string; readonly onSaved: () => void }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { resource, draft, change, saving, save, startAnew } = useDetails(sessionId, () => onSaved)
  const form = useFocusOnWrong(saving.kind === 'wrong' ? saving : undefined)
  const { state, again } = resource
  if (state.kind !== 'shown' || !draft) return <NotShown state={state} onTryAgain={again} />
  const view = state.value
  const wrong = { ...noLongerAllowed(draft, view.choices), ...(saving.kind === 'wrong' ? saving.wrong : {}) }
  const fields = { view: { ...view, sessionId: '' }, draft, wrong, change }
  function submit(event: FormEvent): void {
    event.preventDefault()
    void save()
  }
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <DetailsFields {...fields} />
      <Live>
        <SavingTrouble saving={saving} />
      </Live>
      {saving.kind === 'refused' && (
        <Button className={mergeClasses(officer, outlined, styles.start)} onClick={() => void startAnew()}>
          {detailsWords.lookAgain}
        </Button>
      )}
      <Button type="submit" appearance="primary" className={mergeClasses(officer, styles.start)}>
        {words.saveDetails}
      </Button>
    </form>
  )
}
