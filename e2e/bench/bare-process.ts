import { createServer } from 'node:http'
import express from 'express'
import { signInWith } from '../../api/http/sign-in.ts'
import { listen } from '../../api/listen.ts'
import { tellWhatIsSpent } from './spent.ts'

/** One Express route that answers a line of JSON to whoever is signed in: the least that any route of the product could cost. */
const [clientId = '', jwksUri = '', libraries] = process.argv.slice(2)
if (libraries === 'with-libraries') await import('./libraries.ts')
const signIn = signInWith({
  clientId,
  authority: 'https://login.microsoftonline.com',
  jwksUri,
  isServed: async () => true,
  mono: () => performance.now(),
})
const app = express().disable('x-powered-by').set('etag', false)
app.all('/api/bare', express.json(), (request, response) => {
  void signIn(request.headers.authorization).then((found) => response.status(found.ok ? 200 : 401).json({ ok: found.ok }))
})
const { port } = await listen(createServer(app), 0, '127.0.0.1')
process.stdout.write(`${JSON.stringify({ event: 'service.ready', port })}\n`)
tellWhatIsSpent()
