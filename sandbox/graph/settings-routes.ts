import { z } from 'zod'
import { objectIdOf } from '../object-id.ts'
import { readBody } from './event-body.ts'
import { Refusal, itemNotFound } from './refusal.ts'
import { inDirectory, inMailbox, type Route } from './routes.ts'
import type { Store } from './store.ts'

const categoryShape = z.looseObject({ displayName: z.string().min(1).max(255), color: z.string().default('none') })
const translationShape = z.looseObject({
  inputIds: z.array(z.string()).max(1000),
  sourceIdType: z.enum(['restId', 'restImmutableEntryId']),
  targetIdType: z.enum(['restId', 'restImmutableEntryId']),
})
const kinds = { restId: 'default', restImmutableEntryId: 'immutable' } as const

/** Categories that a mailbox offers, its time zone, and the translation of one kind of id into the other. */
export function settingsRoutes(store: Store, base: () => string): Route[] {
  return [
    inMailbox('settings', 'GET mailboxSettings', (_call, { owner }) => ({
      status: 200,
      body: {
        '@odata.context': `${base()}/$metadata#users('${owner.objectId}')/mailboxSettings`,
        timeZone: 'GMT Standard Time',
        language: { locale: 'en-GB', displayName: 'English (United Kingdom)' },
        userPurpose: { person: 'user', shared: 'shared', room: 'room' }[owner.kind],
      },
    })),
    inMailbox('settings', 'GET outlook/masterCategories', (_call, { owner, masterCategories }) => ({
      status: 200,
      body: { '@odata.context': `${base()}/$metadata#users('${owner.objectId}')/outlook/masterCategories`, value: masterCategories },
    })),
    inMailbox('settings', 'POST outlook/masterCategories', ({ body }, { owner, masterCategories }) => {
      const { displayName, color } = readBody(categoryShape, body, 'microsoft.graph.outlookCategory')
      const taken = masterCategories.some((each) => each.displayName.toLowerCase() === displayName.toLowerCase())
      if (taken) throw new Refusal(409, 'ErrorDuplicateInputNamesNotAllowed', 'A category of this name exists.')
      const category = { id: objectIdOf('category', `${owner.objectId}/${displayName}`), displayName, color }
      masterCategories.push(category)
      return { status: 201, body: category }
    }),
    inDirectory('organization', 'POST users/:user/translateExchangeIds', ({ body }, { user = '' }) => {
      const { inputIds, sourceIdType, targetIdType } = readBody(translationShape, body, 'an action')
      const owner = store.book.recipient(user)
      return {
        status: 200,
        body: {
          value: inputIds.map((sourceId) => ({
            sourceId,
            targetId: translated(store, owner?.objectId, sourceId, kinds[sourceIdType], kinds[targetIdType]),
          })),
        },
      }
    }),
  ]
}

function translated(
  { ids, book, mailboxOf }: Store,
  mailboxId: string | undefined,
  id: string,
  from: 'default' | 'immutable',
  to: 'default' | 'immutable',
): string {
  const read = ids.read(id)
  if (!read || read === 'foreign') throw itemNotFound()
  const owner = book.recipient(read.mailboxId)
  if (!owner || read.mailboxId !== mailboxId || read.kind !== from) throw itemNotFound()
  const moves = mailboxOf(owner).messages.get(read.serial)?.moves ?? 0
  return ids.write({ ...read, kind: to, moves })
}
