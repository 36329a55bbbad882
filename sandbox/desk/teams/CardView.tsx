import { AdaptiveCard, ChoiceSetInput, ExecuteAction, HostConfig, OpenUrlAction, SubmitAction, TextInput, type Action } from 'adaptivecards'
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

/**
 * A card drawn by Microsoft's own renderer, anew only when the card itself or the theme changed. What was chosen or typed in it stays: it is brought
 * up to date when it is looked at, and that may come while somebody chooses.
 */
export function CardView({ card, theme, press, open }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const shown = useRef<AdaptiveCard>(undefined)
  const acts = useRef({ press, open })
  useEffect(() => {
    acts.current = { press, open }
  })
  const written = JSON.stringify(card)

  useEffect(() => {
    const into = place.current
    if (!into) return
    const card = parsedCard(written, theme, (action) => perform(action, acts.current))
    const focused = shown.current && keepWhatWasEntered(shown.current, card)
    shown.current = card
    const drawn = card.render()
    into.replaceChildren(...(drawn ? [drawn] : []))
    if (focused)
      card
        .getAllInputs()
        .find((input) => input.id === focused)
        ?.focus()
  }, [written, theme])

  return <div className="card" role="group" aria-label={teamsWords.card} ref={place} />
}

function parsedCard(written: string, theme: Theme, perform: (action: Action) => void): AdaptiveCard {
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(hostConfigFor(teamsThemes[theme]))
  card.onExecuteAction = perform
  card.parse(JSON.parse(written))
  return card
}

/** Gives back the id of the field that has the focus, if one has. */
function keepWhatWasEntered(from: AdaptiveCard, to: AdaptiveCard): string | undefined {
  const before = from.getAllInputs()
  const entered = new Map(before.map((input) => [input.id, String(input.value ?? '')]))
  for (const input of to.getAllInputs())
    if (input instanceof ChoiceSetInput || input instanceof TextInput) input.defaultValue = entered.get(input.id) || input.defaultValue
  return before.find((input) => input.renderedElement?.contains(document.activeElement))?.id
}

/** What is typed in the card is already in the action's data when the renderer hands it over. */
function perform(action: Action, { press, open }: Pick<Props, 'press' | 'open'>): void {
  if (action instanceof OpenUrlAction) return open(action.url ?? '')
  if (action instanceof ExecuteAction) return press({ verb: action.verb, data: action.data })
  if (action instanceof SubmitAction) press({ data: action.data })
}
