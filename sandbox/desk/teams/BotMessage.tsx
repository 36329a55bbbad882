import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { CardSent } from '../control.ts'
import { inLondon, momentOf, shortDayWords, timeWords, type Moment } from '../dates.ts'
import { useDesk } from '../desk-context.ts'
import { QuorateMark } from '../QuorateMark.tsx'
import { wordsOf } from '../use-loaded.ts'
import { cardIn, refreshFor, wordsIn } from './activity.ts'
import { CancelCoach } from './CancelCoach.tsx'
import { CardView, type Pressed } from './CardView.tsx'
import type { Theme } from './teams-host.ts'
import { useOpenLink } from './use-open-link.ts'
import { teamsWords } from './words.ts'

type Props = { readonly sent: CardSent; readonly theme: Theme; readonly coached: boolean }

/** One thing that Quorate wrote. Its card is brought up to date when it is looked at, as Teams does for those it names. */
export function BotMessage({ sent, theme, coached }: Props) {
  const { sandbox, person, settle, announce } = useDesk()
  const [state, setState] = useState<{ busy: boolean; refused?: string }>({ busy: false })
  const openLink = useOpenLink()
  const card = cardIn(sent.activity)
  const { now } = sandbox
  useRefresh(sent, card)

  async function press({ verb, data }: Pressed): Promise<void> {
    setState({ busy: true })
    try {
      await sandbox.control.press(sent.id, person.id, { ...(verb && { verb }), data })
      await settle()
      announce(teamsWords.pressed)
      setState({ busy: false })
    } catch (failure) {
      setState({ busy: false, refused: wordsOf(failure) })
    }
  }

  return (
    <article className="said" aria-busy={state.busy}>
      <QuorateMark size={32} />
      <div className="said-inside">
        <div className="said-stamp">{teamsWords.sent(stampOf(sent.at, now))}</div>
        {card ? (
          <CardView card={card} theme={theme} press={(pressed) => void press(pressed)} open={openLink} />
        ) : (
          <p className="said-text">{wordsIn(sent.activity)}</p>
        )}
        {state.busy && <Spinner size="tiny" label={teamsWords.working} />}
        {state.refused && (
          <MessageBar intent="error">
            <MessageBarBody>{state.refused}</MessageBarBody>
          </MessageBar>
        )}
        {coached && <CancelCoach />}
      </div>
    </article>
  )
}

/** Once for each look and each time of the council's clock: a refreshed card asks to be refreshed again. */
function useRefresh(sent: CardSent, card: unknown): void {
  const { sandbox, person } = useDesk()
  const { control, now } = sandbox
  const asked = useRef<string>(undefined)
  const wanted = refreshFor(card, person)
  const key = wanted && `${sent.id} ${now.toString()}`
  useEffect(() => {
    if (!wanted || asked.current === key) return
    asked.current = key
    control.press(sent.id, person.id, { ...wanted, trigger: 'automatic' }).catch(() => undefined) // Teams then shows the card as it was
  })
}

function stampOf(at: string, now: Moment): string {
  const then = inLondon(momentOf(at))
  const isToday = then.toPlainDate().equals(inLondon(now).toPlainDate())
  return isToday ? teamsWords.today(timeWords(then)) : `${shortDayWords(then)}, ${timeWords(then)}`
}
