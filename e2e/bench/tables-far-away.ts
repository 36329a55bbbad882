import { Agent, request } from 'node:http'
import type { Row, Tables } from '../../api/ports/tables.ts'
import { Unavailable } from '../../api/ports/unavailable.ts'

export type Asked =
  | { readonly kind: 'get'; readonly of: Parameters<Tables['get']> }
  | { readonly kind: 'range'; readonly of: Parameters<Tables['range']> }
  | { readonly kind: 'first'; readonly of: Parameters<Tables['first']> }
  | { readonly kind: 'commit'; readonly of: Parameters<Tables['commit']> }

/** Tables in another process of this machine. */
export function tablesFarAway(address: string): Tables {
  const { hostname, port } = new URL(address)
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })

  function call<Found>(asked: Asked): Promise<Found> {
    return new Promise((resolve, reject) => {
      const asking = request({ agent, hostname, port, method: 'POST' }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part))
        response.once('end', () => {
          if (response.statusCode === 200) resolve((JSON.parse(text) as { readonly found: Found }).found)
          else reject(new Error(text))
        })
      })
      asking.once('error', (fault) => reject(new Unavailable('storage', fault.message)))
      asking.end(JSON.stringify(asked))
    })
  }

  return {
    get: (...of) => call<Row | undefined>({ kind: 'get', of }),
    range: (...of) => call<readonly Row[]>({ kind: 'range', of }),
    first: (...of) => call<readonly Row[]>({ kind: 'first', of }),
    commit: (...of) => call<'saved' | 'exists' | 'stale'>({ kind: 'commit', of }),
  }
}
