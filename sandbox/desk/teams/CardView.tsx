import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards'
import { useEffect, useRef } from 'react'
import { cardMarkdown } from './card-markdown.ts'
import { teamsThemes } from '../theme.ts'
import { hostConfigFor } from './host-config.ts'
import type { Theme } from './teams-host.ts'
import { teamsWords } from './words.ts'

export type Pressed = { readonly verb?: string; readonly data: unknown }

type Props = {
  readonly card: unknown
  readonly theme: Theme
  readonly press: (pressed: Pressed) => void
  readonly open: (url: string) => void
}

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text)
  result.didProcess = true
}

/** A card drawn by Microsoft's own renderer. It is drawn anew only when the card itself or the theme changed, so that nothing typed in it is lost. */
export function CardView({ card, theme, press, open }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const acts = useRef({ press, open })
  useEffect(() => {
    acts.current = { press, open }
  })
  const written = JSON.stringify(card)

  useEffect(() => {
    const into = place.current
    if (!into) return
    const drawn = drawnCard(written, theme, (action) => perform(action, acts.current))
    into.replaceChildren(...(drawn ? [drawn] : []))
  }, [written, theme])

  return <div className="card" role="group" aria-label={teamsWords.card} ref={place} />
}

function drawnCard(written: string, theme: Theme, perform: (action: Action) => void): HTMLElement | undefined {
  const drawing = new AdaptiveCard()
  drawing.hostConfig = new HostConfig(hostConfigFor(teamsThemes[theme]))
  drawing.onExecuteAction = perform
  drawing.parse(JSON.parse(written))
  return drawing.render()
}

/** What is typed in the card is already in the action's data when the renderer hands it over. */
function perform(action: Action, { press, open }: Pick<Props, 'press' | 'open'>): void {
  if (action instanceof OpenUrlAction) return open(action.url ?? '')
  if (action instanceof ExecuteAction) return press({ verb: action.verb, data: action.data })
  if (action instanceof SubmitAction) press({ data: action.data })
}
