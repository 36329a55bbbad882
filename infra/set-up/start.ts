import { startFromCommandLine } from '../../sandbox/main.ts'
import { buildPages } from './build.ts'

/** `npm start`: builds the pages where they have changed, then starts the sandbox and the product in it. */
await startFromCommandLine(process.argv.slice(2), buildPages)
