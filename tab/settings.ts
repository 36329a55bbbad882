import { z } from 'zod'

/** What the server writes into the page: which origins besides Teams' own may be its host. Empty where the real Teams is. */
const settings = z.object({
  teamsOrigins: z.array(z.string()).max(10),
  teamsAppId: z.string().optional(),
})
export type Settings = z.infer<typeof settings>

export function readSettings(page: Document): Settings {
  const text = page.getElementById('quorate')?.textContent ?? '{}'
  return settings.parse(JSON.parse(text))
}

/** The nonce of this page's content security policy: browsers hide the attribute and keep the property. */
export function nonceOf(page: Document): string | undefined {
  const meta = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')
  return meta?.nonce || meta?.getAttribute('nonce') || undefined
}
