import { makeStyles, tokens } from '@fluentui/react-components'
import { phone } from './widths.ts'

/** Fluent's large button is 40 px high, and a thumb wants 44; its border is too faint for old eyes. */
export const useButtonStyles = makeStyles({
  outlined: { border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}` },
  officer: { minHeight: '36px', [phone]: { minHeight: '48px', fontSize: tokens.fontSizeBase400 } },
  field: {
    minHeight: '36px',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    [phone]: { minHeight: '48px', width: '100%', '& input': { fontSize: tokens.fontSizeBase400 } },
  },
  area: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    '& textarea': { minHeight: '88px', [phone]: { fontSize: tokens.fontSizeBase400 } },
  },
  select: {
    minHeight: '36px',
    '& > select': {
      minHeight: '36px',
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
      color: tokens.colorNeutralForeground1,
    },
    [phone]: { width: '100%', '& > select': { minHeight: '48px', fontSize: tokens.fontSizeBase400 } },
  },
})
