import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'vite'
import { buildPages } from './build.ts'

/**
 * `npm run build`: what is deployed, and nothing else, in `dist/site`: the service in one folder, with every package that it uses, and its pages.
 *
 * One file starts three times as fast as its packages by themselves, and App Service need install none. The desk and the sandbox stay out.
 */
const site = 'dist/site'
const entries = { main: 'api/main.ts', 'set-up': 'api/set-up.ts', 'audit-verify': 'infra/set-up/audit-verify.ts' }
/** Some packages are CommonJS and ask for the platform's modules as such. */
const banner = "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);"

/** What reads a desk's own storage asks for it only then: what is deployed has no sandbox in it. */
const sandbox = /\/sandbox\//

await buildPages()
rmSync(site, { recursive: true, force: true })
await build({
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: `${site}/service`,
    target: 'node24',
    rolldownOptions: { input: entries, external: sandbox, output: { banner } },
  },
})
for (const pages of ['tab', 'outlook']) {
  if (existsSync(`dist/${pages}`))
    cpSync(`dist/${pages}`, `${site}/dist/${pages}`, { recursive: true, filter: (path) => !path.endsWith('.built-from') })
}
writeFileSync(`${site}/package.json`, `${JSON.stringify({ name: 'quorate', private: true, type: 'module' })}\n`)
console.log(`The site is in ${site}: node service/main.js starts it there.`)
