import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, type Action } from 'adaptivecards'
import { useEffect, useRef } from 'react'
import { cardMarkdown } from './card-markdown.ts'
import { hostConfig } from './host-config.ts'
import { teamsWords } from './words.ts'

export type Pressed = { readonly verb?: string; readonly data: unknown }

type Props = { readonly card: unknown; readonly press: (pressed: Pressed) => void; readonly open: (url: string) => void }

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text)
  result.didProcess = true
}

/** A card drawn by Microsoft's own renderer. It is drawn anew only when the card itself changed, so that nothing typed in it is lost. */
export function CardView({ card, press, open }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const acts = useRef({ press, open })
  useEffect(() => {
    acts.current = { press, open }
  })
  const written = JSON.stringify(card)

  useEffect(() => {
    const into = place.current
    if (!into) return
    const drawn = drawnCard(written, (action) => perform(action, acts.current))
    into.replaceChildren(...(drawn ? [drawn] : []))
  }, [written])

  return <div className="card" role="group" aria-label={teamsWords.card} ref={place} />
}

function drawnCard(written: string, perform: (action: Action) => void): HTMLElement | undefined {
  const drawing = new AdaptiveCard()
  drawing.hostConfig = new HostConfig(hostConfig)
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
