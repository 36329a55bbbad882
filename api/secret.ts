import { inspect } from 'node:util'

/** A text that nobody sees by accident: printed, logged or sent as JSON it is `[secret]`. Whoever needs it asks for it by `reveal`. */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  reveal(): string {
    return this.#text
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [inspect.custom](): string {
    return '[secret]'
  }
}
