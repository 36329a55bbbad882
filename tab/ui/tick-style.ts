import { tokens } from '@fluentui/react-components'

/**
 * A checkbox as high as a finger needs. Fluent keeps its box at the top, which would then stand above the middle of its words, and greys
 * the words until it is ticked, which looks as if it could not be.
 */
export const tickStyle = {
  minHeight: '44px',
  '& > .fui-Checkbox__indicator': { alignSelf: 'center' },
  '& > .fui-Checkbox__input:enabled ~ .fui-Checkbox__label': { color: tokens.colorNeutralForeground1 },
} as const
