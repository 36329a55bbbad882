import { Button, Switch, makeStyles, tokens } from '@fluentui/react-components'
import { Card } from '../../ui/Card.tsx'
import { NotShown } from '../../ui/NotShown.tsx'
import { Page } from '../../ui/Page.tsx'
import { SkeletonCard, listBars } from '../../ui/Skeletons.tsx'
import { Live } from '../../ui/Live.tsx'
import { Status } from '../../ui/Status.tsx'
import { MobileNumber } from './MobileNumber.tsx'
import { wordsOfSaving } from '../../ui/words.ts'
import type { Change } from './change.ts'
import { useMyTexts, type MyTextsState, type Saving } from './use-my-texts.ts'
import { whenTexts, words, type MyTexts } from './words.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '640px' },
  part: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  switch: {
    width: '100%',
    justifyContent: 'space-between',
    minHeight: '44px',
    '& label': {
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
      color: tokens.colorNeutralForeground1,
      paddingLeft: 0,
      flexGrow: 1,
    },
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  state: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  undo: { minHeight: '44px', textDecorationLine: 'underline', color: tokens.colorBrandForegroundLink },
})

const back = { to: { page: 'my-training' }, words: words.back } as const

/** C4.14, C4.12: whether and where texts come, with the consequence of turning them off said before it is done. */
export function MyTextsPage() {
  const styles = useStyles()
  const { resource, texts, saving, change } = useMyTexts()
  const { state, again } = resource
  return (
    <Page of="member" title={words.title} lead={words.lead} back={back}>
      <div className={styles.main} aria-busy={state.kind === 'loading'}>
        <NotShown state={state} onTryAgain={again}>
          <SkeletonCard bars={listBars} />
        </NotShown>
        {texts && <Preferences texts={texts} saving={saving} change={change} />}
      </div>
    </Page>
  )
}

type Props = { readonly texts: MyTexts } & Pick<MyTextsState, 'saving' | 'change'>

function Preferences({ texts, saving, change }: Props) {
  const styles = useStyles()
  return (
    <>
      <Card>
        <MobileNumber texts={texts} onSave={(mobile) => change({ mobile })} />
        <div className={styles.part}>
          {texts.optOutAllowed ? (
            <Switch
              className={styles.switch}
              labelPosition="before"
              label={words.reminders}
              checked={texts.reminders}
              onChange={(_event, { checked }) => void change({ reminders: checked })}
            />
          ) : (
            <p className={styles.hint}>{words.always}</p>
          )}
          <p className={styles.hint}>{whenTexts(texts)}</p>
        </div>
        {texts.combineAllowed && (
          <div className={styles.part}>
            <Switch
              className={styles.switch}
              labelPosition="before"
              label={words.combine}
              checked={texts.combine}
              onChange={(_event, { checked }) => void change({ combine: checked })}
            />
          </div>
        )}
        <SavedState saving={saving} onUndo={(undo) => void change(undo)} />
      </Card>
      {texts.optOutAllowed && <Status icon="info">{texts.reminders ? words.ifOff : words.isOff}</Status>}
    </>
  )
}

type SavedProps = {
  readonly saving: Saving
  readonly onUndo: (undo: Change) => void
}

function SavedState({ saving, onUndo }: SavedProps) {
  const styles = useStyles()
  const undo = saving.kind === 'saved' ? saving.undo : undefined
  return (
    <div className={styles.state}>
      <Live>
        {saving.kind === 'saving' && <Status icon="telling">{wordsOfSaving.saving}</Status>}
        {saving.kind === 'saved' && <Status icon="done">{saving.words}</Status>}
        {saving.kind === 'not-saved' && <Status icon="danger">{saving.words}</Status>}
      </Live>
      {undo && (
        <Button appearance="transparent" className={styles.undo} onClick={() => onUndo(undo)}>
          {words.undo}
        </Button>
      )}
    </div>
  )
}
