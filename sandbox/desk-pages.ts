import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

const notBuilt = `<!doctype html>
<html lang="en-GB">
  <head><meta charset="utf-8"><title>Quorate's sandbox</title></head>
  <body>
    <h1>The sandbox is running</h1>
    <p>The desk has not been built. Run <code>npm start</code>, which builds it, or use the control API under <code>/sandbox</code>.</p>
  </body>
</html>
`

/** The desk as it was built; any address of its own leads to its one page. */
export function deskPages(directory: string | undefined): Router {
  const router = Router()
  const page = directory && join(directory, 'index.html')
  if (directory && page && existsSync(page)) {
    router.use(express.static(directory, { index: 'index.html' }))
    router.get('/{*rest}', (_request, response) => response.sendFile(page, { root: '/' }))
  } else {
    router.get('/', (_request, response) => void response.type('html').send(notBuilt))
  }
  return router
}
