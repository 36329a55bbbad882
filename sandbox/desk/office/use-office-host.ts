import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { useDesk } from '../desk-context.ts'
import { useOpenLink } from '../teams/use-open-link.ts'
import { callOn } from './item-calls.ts'
import { fromPage, type Item, type Refusal, type ToPage } from './protocol.ts'
import { signInAnswer } from './sign-in.ts'

export type SendOptions = {
  readonly allowEvent: boolean
  readonly errorMessage?: string
  readonly cancelLabel?: string
  readonly sendModeOverride?: string
}

type Host = {
  /** Has the add-in's handler run. Undefined: it did not answer in time, and then Outlook sends. */
  readonly run: (action: string) => Promise<SendOptions | undefined>
  /** Something of the appointment changed in the form. */
  readonly tell: (type: 'olkAppointmentTimeChanged' | 'olkRecipientsChanged') => void
}

/** Real milliseconds. Outlook waits five minutes; nobody who tries the sandbox should. */
const patienceMs = 5_000
/** An add-in that cannot be loaded holds nobody up. */
const loadingMs = 2_000
const noToken: Refusal = { code: 13_001, name: 'NotSignedIn', message: 'The person is not signed in.' }

/**
 * Is Outlook to a page of the add-in in a frame: answers its calls about the appointment, signs the person in, has its handlers run.
 *
 * Trap: only the frame's own window and origin are heard, and answers go to that origin alone: the token in them is a person's.
 */
export function useOfficeHost(frame: RefObject<HTMLIFrameElement | null>, item: Item, change: (item: Item) => void): Host {
  const { sandbox, person } = useDesk()
  const { control, addresses, world } = sandbox
  const origin = new URL(addresses.tab).origin
  const open = useOpenLink()
  // What the page has just written is there for its next call, whenever React draws it.
  const held = useRef(item)
  useEffect(() => {
    held.current = item
  }, [item])
  const [loading] = useState(() => Promise.withResolvers<void>())
  const runs = useRef(new Map<number, (options: SendOptions) => void>())

  const post = useCallback((message: ToPage) => frame.current?.contentWindow?.postMessage(message, origin), [frame, origin])

  async function token(): Promise<string | undefined> {
    try {
      return await control.token(person.id, 'api')
    } catch {
      return undefined // Entra gives none
    }
  }

  async function answer(id: number, name: string, args: readonly unknown[]): Promise<void> {
    if (name === 'start') {
      return post({
        kind: 'office-answer',
        id,
        value: { item: held.current, person: { displayName: person.name, emailAddress: person.email } },
      })
    }
    if (name === 'associated') {
      loading.resolve()
      return post({ kind: 'office-answer', id })
    }
    if (name === 'openBrowserWindow') {
      open(String(args[0]))
      return post({ kind: 'office-answer', id })
    }
    if (name === 'token') {
      const given = await token()
      return post({ kind: 'office-answer', id, ...(given ? { value: given } : { error: noToken }) })
    }
    if (name === 'nestedAppAuth') {
      const about = { id: person.objectId ?? person.id, name: person.name, email: person.email, tenantId: world.council.tenantId ?? '' }
      return post({ kind: 'office-answer', id, value: await signInAnswer(String(args[0]), about, token) })
    }
    const done = callOn(held.current, name, args)
    if ('error' in done) return post({ kind: 'office-answer', id, error: done.error })
    if (done.item) {
      held.current = done.item
      change(done.item)
    }
    return post({ kind: 'office-answer', id, value: done.value })
  }

  const hear = useRef<(event: MessageEvent<unknown>) => void>(undefined)
  useEffect(() => {
    hear.current = ({ source, origin: from, data }) => {
      if (!frame.current?.contentWindow || source !== frame.current.contentWindow || from !== origin) return
      const said = fromPage.safeParse(data)
      if (!said.success) return
      if (said.data.kind === 'office-call') void answer(said.data.id, said.data.name, said.data.args)
      else runs.current.get(said.data.run)?.(said.data.options)
    }
  })
  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => hear.current?.(event)
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [])

  const run = useCallback(
    async (action: string) => {
      const isThere = await Promise.race([loading.promise.then(() => true), after(loadingMs).then(() => false)])
      if (!isThere) return undefined
      const number = runs.current.size + 1
      return new Promise<SendOptions | undefined>((resolve) => {
        const late = setTimeout(() => resolve(undefined), patienceMs)
        runs.current.set(number, (options) => {
          clearTimeout(late)
          resolve(options)
        })
        post({ kind: 'office-run', run: number, action })
      })
    },
    [post, loading],
  )
  const tell = useCallback((type: string) => post({ kind: 'office-event', type }), [post])
  return { run, tell }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
