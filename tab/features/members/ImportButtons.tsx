import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { Document20Regular } from '@fluentui/react-icons/svg/document'
import { useRef } from 'react'
import { useButtonStyles } from '../../ui/button-styles.ts'
import { Live } from '../../ui/Live.tsx'
import { Note } from '../../ui/Note.tsx'
import { Status } from '../../ui/Status.tsx'
import type { Import } from './use-import.ts'
import { words } from './words.ts'

const useStyles = makeStyles({
  hidden: { display: 'none' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Props = { readonly register: Import; readonly isPressing: boolean }

/** Reads the register again, from modern.gov or from a file. */
export function ImportButtons({ register, isPressing }: Props) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        appearance={isPressing ? 'primary' : 'outline'}
        className={mergeClasses(officer, !isPressing && outlined)}
        icon={<ArrowSync20Regular aria-hidden />}
        onClick={() => void register.readRegister()}
      >
        {words.import}
      </Button>
      <Button className={mergeClasses(officer, outlined)} icon={<Document20Regular aria-hidden />} onClick={() => file.current?.click()}>
        {words.file}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".xml,text/xml,application/xml"
        aria-label={words.file}
        className={styles.hidden}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) void register.readFile(chosen)
          event.target.value = ''
        }}
      />
    </>
  )
}

/** How a reading goes; and whether it is right that most Members leave, before any does. */
export function ImportState({ register }: { readonly register: Import }) {
  const styles = useStyles()
  const { officer, outlined } = useButtonStyles()
  const { importing } = register
  return (
    <>
      <Live>
        {importing.kind === 'reading' && <Status icon="telling">{words.reading}</Status>}
        {importing.kind === 'read' && <Status icon="done">{words.hasRead}</Status>}
        {importing.kind === 'trouble' && <Status icon="danger">{importing.words}</Status>}
        {importing.kind === 'to-confirm' && <Note kind="warning">{importing.words}</Note>}
      </Live>
      {importing.kind === 'to-confirm' && (
        <div className={styles.buttons}>
          <Button className={mergeClasses(officer, outlined)} onClick={() => void register.confirm(importing.source)}>
            {words.confirm}
          </Button>
          <Button className={mergeClasses(officer, outlined)} onClick={register.leaveIt}>
            {words.leaveIt}
          </Button>
        </div>
      )}
    </>
  )
}
