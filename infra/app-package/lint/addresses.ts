import type { Manifest } from '../manifest.ts'
import type { Mistake } from '../mistake.ts'
import { textsOf, type Place } from '../places.ts'

const madeUp = /(^|\.)(example|test|invalid|localhost|local)$|(^|\.)example\.(com|org|net)$|^[\d.]+$/

/**
 * Every address is https and on a domain that the package names: Teams shows an empty frame for one that is not, and says nothing.
 *
 * The publisher's own pages may be anywhere.
 */
export function addressMistakes(manifest: Manifest): readonly Mistake[] {
  const places = textsOf(manifest).filter(
    ({ at, text }) => at !== '$schema' && at !== 'webApplicationInfo.resource' && /^[a-z][\w+.-]*:\/\//i.test(text),
  )
  return [
    ...places.flatMap((place) => mistakesOf(place, manifest.validDomains)),
    ...domainMistakes(manifest),
    ...resourceMistakes(manifest),
  ]
}

function mistakesOf({ at, text }: Place, domains: readonly string[]): readonly Mistake[] {
  const url = URL.parse(text)
  const asWritten = url !== null && [text, `${text}/`].includes(url.href)
  if (!asWritten || url.protocol !== 'https:' || url.username !== '' || url.port !== '') {
    return [{ at, because: `“${text}” must be an https address with neither name, port nor spaces in it` }]
  }
  if (madeUp.test(url.hostname)) return [{ at, because: `“${url.hostname}” is a made-up name, or only of this machine` }]
  if (at.startsWith('developer.') || domains.includes(url.hostname)) return []
  return [{ at, because: `“${url.hostname}” is not in validDomains, so Teams and Outlook would not load it` }]
}

function domainMistakes({ validDomains }: Manifest): readonly Mistake[] {
  return validDomains.flatMap((domain, index) =>
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(domain)
      ? []
      : [
          {
            at: `validDomains[${index}]`,
            because: `“${domain}” must be one host in small letters: no https://, no path, no port, no star`,
          },
        ],
  )
}

/** What Teams asks Entra a token for. Another host than the tab's, or another id than the API's, and single sign-on fails for everyone. */
function resourceMistakes({ webApplicationInfo: { id, resource }, validDomains }: Manifest): readonly Mistake[] {
  const right = validDomains.map((domain) => `api://${domain}/${id}`)
  if (right.includes(resource)) return []
  return [
    { at: 'webApplicationInfo.resource', because: `must be ${right.join(' or ')}: api://, the host of the tab, and webApplicationInfo.id` },
  ]
}
