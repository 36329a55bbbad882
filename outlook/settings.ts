import { z } from 'zod'

/** What the server writes into the pane's page. */
const settings = z.object({ clientId: z.string(), authority: z.url(), scope: z.string() })
export type Settings = z.infer<typeof settings>

export function readSettings(page: Document): Settings {
  return settings.parse(JSON.parse(page.getElementById('quorate')?.textContent ?? '{}'))
}
