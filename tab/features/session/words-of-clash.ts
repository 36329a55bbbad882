import type { Clash } from '../../../api/contracts/clashes.ts'
import { clashClaim, whenAgainst, whoClashes } from '../../ui/words-of-clashes.ts'
import { capitalised } from '../../ui/words-of-number.ts'
import { asAtWords } from '../../ui/words-of-time.ts'

export const words = {
  move: 'Move it in Outlook',
  plan: 'Look for another time',
  keep: 'Keep it here',
  keepName: (what: string) => `Keep it here although it ${lowered(what).replace(/\.$/, '')}`,
  keepSave: 'Keep it at this time',
  reason: 'Why does it stay?',
  reasonHint: 'Kept on the record of this session. It is raised again if either of the two is moved. Never write who keeps a day.',
  reasonMissing: 'Say in a few words why it stays',
  notSaved: 'Quorate could not be reached, so nothing was written down. Your words are still here: try again.',
}

/** "Clashes with Planning Committee." and when that is, and whom it affects. */
export function clashWords({ against, affected }: Clash): { readonly bold: string; readonly rest: string } {
  const claim = clashClaim(against)
  const place = against.kind === 'meeting' && against.place ? `, ${against.place}` : ''
  const who = whoClashes({ against, affected: affected?.map(({ name }) => name) })
  return { bold: `${capitalised(claim)}.`, rest: `${capitalised(whenAgainst(against))}${place}. ${who}` }
}

/** "Clashes with Planning Committee, and stays: Hannah Brightwell at 2:21pm. Planning sends its substitute." */
export function acceptedWords({ against, accepted }: Clash, now: string): string {
  const claim = clashClaim(against)
  const by = accepted ? `: ${accepted.by} at ${asAtWords(accepted.at, now)}. ${accepted.reason}` : ''
  return `${capitalised(claim)}, and stays${by}`
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
