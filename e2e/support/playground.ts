import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

export type Player = { readonly name: string; readonly email: string; readonly objectId: string }

export type PlaygroundOptions = {
  readonly tenantId: string
  readonly bot: { readonly id: string; readonly name: string }
  readonly me: Player
  /** Others there are: five, neither more nor fewer, all of them in the group chat. */
  readonly others: readonly Player[]
  /** Where it posts what people do. */
  readonly endpoint: string
  /** Where it says that it is to be answered. */
  readonly serviceUrl: string
}

const spoken = z.looseObject({
  message: z.looseObject({
    messageId: z.string(),
    text: z.string().nullish(),
    attachments: z.array(z.looseObject({ content: z.unknown() })).nullish(),
  }),
})

/** What stands in the chat, as it is now. */
export type Shown = { readonly id: string; readonly text: string; readonly card: unknown }
const personalChat = 'a:playground'
const groupChat = '19:playground@thread.v2'

const startLimit = 60_000
const program = createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js')

/**
 * Microsoft's Agents Playground as a process of its own, without a browser: what its page would send and show goes over the same routes
 * and the same socket. They are undocumented; the version is fixed in package.json.
 */
export async function startPlayground(options: PlaygroundOptions) {
  const directory = await mkdtemp(join(tmpdir(), 'playground-'))
  await writeFile(join(directory, '.m365agentsplayground.yml'), JSON.stringify(settingsOf(options))) // JSON is YAML
  const flags = ['-c', 'msteams', '-p', '0', '--disable-telemetry', '-e', options.endpoint, '--service-url', options.serviceUrl]
  const child = spawn(process.execPath, [program, 'start', ...flags], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' },
  })
  const address = `http://127.0.0.1:${await portOf(child)}`
  const ended = new AbortController() // it says where it listens before it has read its settings
  child.once('exit', () => ended.abort(new Error('The Playground did not take its settings')))
  const socket = new WebSocket(`${address.replace('http', 'ws')}/_ws_conversation/v1/conversations/stream`)
  const chat = new Map<string, Shown>()
  socket.addEventListener('message', ({ data }) => keep(chat, String(data)))
  await once(socket, 'open', { signal: ended.signal })

  async function post(path: string, body: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const text = await response.text()
    if (!response.ok) throw new Error(`The Playground answered ${response.status}: ${text.slice(0, 300)}`)
    return text.startsWith('{') ? JSON.parse(text) : undefined
  }

  const write = (conversation: string, message: object) =>
    post(`/_conversation/v1/conversations/${encodeURIComponent(conversation)}/messages`, {
      type: 'text',
      textFormat: 'plain',
      from: { id: accountOf(options.me) },
      ...message,
    })

  return {
    address,
    /** What the bot has said or shown so far, oldest first. */
    chat: () => [...chat.values()],
    install: () => post(`/_debug/conversation/${encodeURIComponent(personalChat)}/installation`, {}),
    say: (text: string) => write(personalChat, { text }),
    /** In the group chat, where the bot hears only what names it. */
    sayInGroup: (text: string) =>
      write(groupChat, {
        text: `<at>${options.bot.name}</at> ${text}`,
        mentions: [{ mentioned: { id: options.bot.id }, text: options.bot.name }],
      }),
    /** Presses a button of a card, and gives what the bot answered. */
    press: (id: string, verb: string, data: object) =>
      post('/_conversation/v1/invoke', {
        name: 'adaptiveCard/action',
        conversation: { id: personalChat },
        from: { id: accountOf(options.me) },
        replyToId: id,
        value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      }),
    async close() {
      socket.close()
      const gone = once(child, 'exit')
      child.kill()
      await gone
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export type Playground = Awaited<ReturnType<typeof startPlayground>>

/** What Teams would call somebody to this bot. */
function accountOf({ objectId }: Player): string {
  return `29:${objectId}`
}

function settingsOf({ tenantId, bot, me, others }: PlaygroundOptions): object {
  return {
    version: '0.1.1',
    tenantId,
    bot,
    currentUser: userOf(me),
    users: others.map(userOf),
    personalChat: { id: personalChat },
    groupChat: { id: groupChat, name: 'Everyone' },
    team: { id: '19:team@thread.tacv2', name: 'A team', aadGroupId: '7e57ab1e-0000-4000-8000-00000000c001', channels: [] },
  }
}

function userOf(player: Player): object {
  const [givenName = '', surname = ''] = player.name.split(' ')
  const { name, email, objectId: aadObjectId } = player
  return { id: accountOf(player), name, userPrincipleName: email, aadObjectId, givenName, surname, email }
}

/** Says where it listens once it does; what else it says is read and let go, or it would stop at a full pipe. */
async function portOf(child: ReturnType<typeof spawn>): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => child.kill(), startLimit)
    const hear = (chunk: Buffer) => {
      said = `${said}${String(chunk)}`.slice(-2_000)
      const port = /Listening on (\d+)/.exec(said)?.[1]
      if (!port) return
      clearTimeout(limit)
      resolve(port)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => reject(new Error(`The Playground did not start: ${said}`)))
  })
}

function keep(chat: Map<string, Shown>, data: string): void {
  const read = spoken.safeParse(JSON.parse(data))
  if (!read.success) return // somebody is typing, and the like
  const { messageId: id, text, attachments } = read.data.message
  chat.set(id, { id, text: text ?? '', card: attachments?.[0]?.content })
}
