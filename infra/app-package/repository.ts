import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Pictures } from './lint/pictures.ts'

/** The pictures of this repository: those of the package, and those that the service serves under `/outlook`. */
export function repositoryPictures(root: string): Pictures {
  const at = (...path: readonly string[]) => {
    const whole = join(root, ...path)
    return existsSync(whole) ? readFileSync(whole) : undefined
  }
  return {
    packed: (name) => at('appPackage', basename(name)),
    served: (path) => {
      const [, folder, ...rest] = path.split('/')
      return folder === 'outlook' && !rest.includes('..') ? at('outlook', 'public', ...rest) : undefined
    },
  }
}
