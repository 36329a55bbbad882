import { tellWhatIsSpent } from './spent.ts'

/** The product as it is, and besides it tells what it has spent. */
tellWhatIsSpent()
await import('../../api/main.ts')
