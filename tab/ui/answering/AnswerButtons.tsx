import { ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Checkmark20Regular } from '@fluentui/react-icons/svg/checkmark'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss'
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle'
import { Question20Regular } from '@fluentui/react-icons/svg/question'
import { QuestionCircle20Filled } from '@fluentui/react-icons/svg/question-circle'
import type { GivenAnswer } from './telling.ts'
import { answerVerb } from './words.ts'

const useStyles = makeStyles({
  room: { containerType: 'inline-size', maxWidth: '440px', fontSize: tokens.fontSizeBase400 },
  // Side by side while the words fit, and one under another when the text is very large. In ch, so that it follows the letters themselves.
  group: { display: 'flex', gap: tokens.spacingHorizontalS, '@container (max-width: 24ch)': { flexDirection: 'column' } },
  button: {
    flex: '1 1 auto',
    minWidth: 0,
    minHeight: '48px',
    padding: '0 2px',
    '--fui-Button__icon--spacing': '4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    '@container (min-width: 24ch) and (max-width: 32ch)': {
      flexDirection: 'column',
      minHeight: '64px',
      '--fui-Button__icon--spacing': '0px',
    },
  },
  pressed: { '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight', color: 'HighlightText' } },
})

const choices = [
  { answer: 'accepted', open: Checkmark20Regular, pressed: CheckmarkCircle20Filled },
  { answer: 'tentative', open: Question20Regular, pressed: QuestionCircle20Filled },
  { answer: 'declined', open: Dismiss20Regular, pressed: DismissCircle20Filled },
] as const

type Props = { readonly label: string; readonly pressed: GivenAnswer | undefined; readonly onAnswer: (answer: GivenAnswer) => void }

/** C2.1: three equal answers in Outlook's own words. Only the one that was given is filled; pressing another is the undo. */
export function AnswerButtons({ label, pressed, onAnswer }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.room}>
      <div role="group" aria-label={label} className={styles.group}>
        {choices.map((choice) => {
          const isPressed = choice.answer === pressed
          const Icon = isPressed ? choice.pressed : choice.open
          return (
            <ToggleButton
              key={choice.answer}
              appearance={isPressed ? 'primary' : 'outline'}
              checked={isPressed}
              icon={<Icon aria-hidden />}
              className={mergeClasses(styles.button, isPressed && styles.pressed)}
              onClick={() => onAnswer(choice.answer)}
            >
              {answerVerb[choice.answer]}
            </ToggleButton>
          )
        })}
      </div>
    </div>
  )
}
