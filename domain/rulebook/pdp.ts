import { z } from 'zod'
import { address, label, named } from './fields.ts'
import { twice, type RulebookError } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

/** C6: personal development plans. What the documents leave open is a reading, and each council's to change. */
export const pdpSchema = z.strictObject({
  /** C6.22: the officers who may open every plan, besides the supporter whom a Member names. Nobody until somebody is named. */
  readers: z.array(address).max(20).default([]),
  /** C6.22: the posts, as the register writes them, whose holders see of their own group who has a plan, and nothing in it. */
  statusTo: z.array(label).max(20).default(['Group Leader', 'Leader', 'Group Whip', 'Whip', 'Chief Whip']),
  /** C6.2 (TK 9.1 to 9.4): what Members choose their needs from. One taken away later stays in the plans that have it, and is not shown. */
  skills: z
    .array(named)
    .max(60)
    .default([
      { id: 'chairing', label: 'Chairing meetings' },
      { id: 'speaking', label: 'Public speaking and presenting' },
      { id: 'speed-reading', label: 'Speed reading' },
      { id: 'leadership', label: 'Leading a group or a council' },
      { id: 'portfolio', label: 'Holding a portfolio' },
      { id: 'scrutiny', label: 'Scrutiny and questioning' },
      { id: 'audit', label: 'Audit and governance' },
      { id: 'finance', label: 'Council finance' },
      { id: 'planning', label: 'Planning' },
      { id: 'licensing', label: 'Licensing' },
      { id: 'civic', label: 'Civic and ceremonial protocol' },
      { id: 'casework', label: 'Casework and community leadership' },
      { id: 'digital', label: 'Digital skills' },
    ]),
})

export function pdpErrors({ readers, statusTo, skills }: z.infer<typeof pdpSchema>): readonly RulebookError[] {
  const ids = skills.map(({ id }) => id)
  return [
    ...twice(readers, 'pdp.readers', words.nameTwice),
    ...twice(statusTo, 'pdp.statusTo', words.nameTwice),
    ...twice(ids, 'pdp.skills', words.idTwice),
  ]
}
