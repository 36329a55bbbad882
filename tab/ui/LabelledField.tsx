import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { Status } from './Status.tsx'

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  label: { fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
})

type Wiring = { readonly id: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': boolean }
type Props = {
  readonly label: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  readonly children: (wiring: Wiring) => ReactNode
}

/** A label, the hint before the field and not after it, the field, and what is wrong with what was written. */
export function LabelledField({ label, hint, wrong, children }: Props) {
  const styles = useStyles()
  const id = useId()
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': wrong !== undefined })}
      {wrong && (
        <div id={`${id}-wrong`}>
          <Status icon="danger">{wrong}</Status>
        </div>
      )}
    </div>
  )
}
