type Ports = { readonly sandbox: number; readonly product: number }

const chosen = { sandbox: { name: 'SANDBOX_PORT', otherwise: 4000 }, product: { name: 'PORT', otherwise: 3978 } } as const

/** Where to listen, or in words what is wrong with what was asked for. 0 is any port that is free. */
export function portsFrom(env: Readonly<Record<string, string | undefined>>): Ports | string {
  const sandbox = portFrom(env, chosen.sandbox)
  const product = portFrom(env, chosen.product)
  if (typeof sandbox === 'string') return sandbox
  if (typeof product === 'string') return product
  return sandbox === product && sandbox !== 0 ? 'SANDBOX_PORT and PORT have to be two ports.' : { sandbox, product }
}

function portFrom(env: Readonly<Record<string, string | undefined>>, { name, otherwise }: { name: string; otherwise: number }) {
  const given = env[name]?.trim() ?? ''
  if (given === '') return otherwise
  return /^\d{1,5}$/.test(given) && Number(given) <= 65_535
    ? Number(given)
    : `${name} has to be the number of a port, such as ${otherwise}.`
}

/** When somebody else listens there: which port, and what to do. */
export function portInUse(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'EADDRINUSE') return undefined
  const port = 'port' in cause ? `Port ${String(cause.port)}` : 'A port'
  return `${port} is in use, perhaps by a council that is running already. Stop that one with Ctrl-C, or choose two others:
SANDBOX_PORT=4001 PORT=3979 npm start`
}
