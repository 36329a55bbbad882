/** The few Adaptive Card 1.5 elements that our cards are made of, in one place so that every card is made alike. */
export type Element = Readonly<Record<string, unknown>>

export function small(text: string): Element {
  return { type: 'TextBlock', text: plain(text), size: 'Small', isSubtle: true, wrap: true }
}

export function heading(text: string): Element {
  return { type: 'TextBlock', text: plain(text), style: 'heading', size: 'Large', weight: 'Bolder', wrap: true }
}

export function paragraph(text: string): Element {
  return { type: 'TextBlock', text: plain(text), wrap: true, spacing: 'Small' }
}

export function strong(text: string): Element {
  return { type: 'TextBlock', text: plain(text), weight: 'Bolder', wrap: true, spacing: 'Small' }
}

/** Titles of at most 12 letters, so that they do not wrap. */
export function factSet(facts: readonly Fact[]): Element {
  return { type: 'FactSet', separator: true, facts: facts.map((fact) => ({ title: plain(fact.title), value: plain(fact.value) })) }
}
export type Fact = { readonly title: string; readonly value: string }

export function inset(items: readonly Element[]): Element {
  return { type: 'Container', style: 'emphasis', items }
}

/** A claim in bold and what it rests on: "**54 calendars cleared**: 50 Members, 4 others". */
export function claim(bold: string, rest: string): Element {
  return { type: 'TextBlock', text: `- **${plain(bold)}**${plain(rest)}`, wrap: true, spacing: 'Small' }
}

export function choices(input: {
  readonly id: string
  readonly label: string
  readonly missing: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly value?: string
}): Element {
  return {
    type: 'Input.ChoiceSet',
    id: input.id,
    label: input.label,
    style: 'compact',
    placeholder: 'Choose',
    isRequired: true,
    errorMessage: input.missing,
    choices: input.options.map((option) => ({ title: option.label, value: option.id })),
    ...(input.value === undefined ? {} : { value: input.value }),
  }
}

export function words(input: {
  readonly id: string
  readonly label: string
  readonly maxLength: number
  readonly missing?: string
  readonly value?: string
}): Element {
  return {
    type: 'Input.Text',
    id: input.id,
    label: input.label,
    isMultiline: true,
    maxLength: input.maxLength,
    ...(input.missing === undefined ? {} : { isRequired: true, errorMessage: input.missing }),
    ...(input.value === undefined ? {} : { value: input.value }),
  }
}

/**
 * A button that asks the bot. The older clients' `Action.Submit` carries the verb in its data and arrives as a message.
 * `inputs: 'none'` for a way back, which must not be held up by an empty required field.
 */
export function button(
  title: string,
  order: { readonly verb: string; readonly data: Element; readonly style?: 'positive' | 'destructive'; readonly inputs?: 'none' },
): Element {
  const shared = {
    title,
    ...(order.style ? { style: order.style } : {}),
    ...(order.inputs ? { associatedInputs: order.inputs } : {}),
  }
  return {
    type: 'Action.Execute',
    verb: order.verb,
    data: order.data,
    ...shared,
    fallback: { type: 'Action.Submit', data: { ...order.data, verb: order.verb }, ...shared },
  }
}

export function link(title: string, url: string, style?: 'positive'): Element {
  return { type: 'Action.OpenUrl', title, url, ...(style ? { style } : {}) }
}

/** One card with its plain-text twin, which is also what old clients and screen readers get. */
export function card(parts: {
  readonly body: readonly Element[]
  readonly actions: readonly Element[]
  readonly text: string
  readonly refresh?: { readonly verb: string; readonly data: Element; readonly userId: string }
}): { readonly card: object; readonly text: string } {
  const refresh = parts.refresh && {
    refresh: {
      action: { type: 'Action.Execute', title: 'Bring up to date', verb: parts.refresh.verb, data: parts.refresh.data },
      userIds: [parts.refresh.userId],
    },
  }
  return {
    card: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      lang: 'en-GB',
      fallbackText: parts.text,
      speak: parts.text,
      ...refresh,
      body: parts.body,
      actions: parts.actions,
    },
    text: parts.text,
  }
}

/** People's words are shown as they wrote them: what a card's small Markdown would read as emphasis or a link is escaped. */
function plain(text: string): string {
  return text.replaceAll(/[\\*_[\]]/g, (mark) => `\\${mark}`)
}
