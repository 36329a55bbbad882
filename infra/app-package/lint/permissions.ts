import type { Manifest } from '../manifest.ts'
import type { Mistake } from '../mistake.ts'

/** Rights on the item that is open in Outlook, from the least, as this manifest and the XML manifest call them. */
export const mailboxLevels: Readonly<Record<string, 'Restricted' | 'ReadItem' | 'ReadWriteItem'>> = {
  'MailboxItem.Restricted.User': 'Restricted',
  'MailboxItem.Read.User': 'ReadItem',
  'MailboxItem.ReadWrite.User': 'ReadWriteItem',
}
export const sharedMailboxes = 'Mailbox.SharedFolder'
const activityFeed = 'TeamsActivity.Send.User'

/** Of all that can be asked for, what Quorate could use. A right that is added here blocks the app for everyone until it is agreed to anew. */
const known: Readonly<Record<string, 'Application' | 'Delegated'>> = {
  ...Object.fromEntries(Object.keys(mailboxLevels).map((name) => [name, 'Delegated' as const])),
  [sharedMailboxes]: 'Delegated',
  [activityFeed]: 'Application',
}

export function permissionMistakes({ authorization, bots }: Manifest): readonly Mistake[] {
  const at = 'authorization.permissions.resourceSpecific'
  const asked = authorization.permissions.resourceSpecific
  const levels = asked.filter(({ name }) => Object.hasOwn(mailboxLevels, name))
  return [
    ...asked
      .filter(({ name, type }) => known[name] !== type)
      .map(({ name, type }) => ({ at, because: `“${name}” as ${type} is no permission that Quorate uses: leave it out` })),
    ...(levels.length === 1 ? [] : [{ at, because: `exactly one of ${Object.keys(mailboxLevels).join(', ')} must be asked for` }]),
    ...bots.flatMap(({ scopes, isNotificationOnly }, index) => [
      ...(scopes.join() === 'personal'
        ? []
        : [{ at: `bots[${index}].scopes`, because: 'must be personal alone: the bot speaks with one person at a time' }]),
      ...(isNotificationOnly ? [{ at: `bots[${index}].isNotificationOnly`, because: 'must be false, or nobody can write “help”' }] : []),
    ]),
  ]
}

/** What the tab and the activity feed are called, where the schema takes what Teams refuses. */
export function namingMistakes({ staticTabs, activities: { activityTypes } }: Manifest): readonly Mistake[] {
  const types = activityTypes.map(({ type }) => type)
  return [
    ...staticTabs.flatMap(({ entityId, contentUrl }, index) =>
      (entityId === 'about' || entityId === 'conversations') === (contentUrl === undefined)
        ? []
        : [
            {
              at: `staticTabs[${index}]`,
              because: 'needs a contentUrl, unless it is Teams’ own “about” or “conversations”, which take none',
            },
          ],
    ),
    ...types
      .filter((type, index) => type === 'systemDefault' || types.indexOf(type) !== index)
      .map((type) => ({ at: 'activities', because: `“${type}” is Teams’ own, or declared twice` })),
    ...activityTypes
      .filter(({ templateText }) => /[{}]/.test(templateText.replaceAll(/\{[a-zA-Z]+\}/g, '')))
      .map(({ type }) => ({ at: 'activities', because: `the text of “${type}” has a brace that is not of a {name}` })),
  ]
}
