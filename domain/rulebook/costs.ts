import { z } from 'zod'
import { named } from './fields.ts'
import type { RulebookError } from './rulebook-error.ts'
import { twice } from './rulebook-error.ts'
import { rulebookWords as words } from './words.ts'

/** C3.5 (TH 4.25.b1): what officers weigh when too few are coming. */
export const costsSchema = z.strictObject({
  categories: z
    .array(named)
    .min(1)
    .max(30)
    .default([
      { id: 'external-trainer', label: 'External trainer' },
      { id: 'room', label: 'Room' },
      { id: 'refreshments', label: 'Refreshments' },
      { id: 'materials', label: 'Materials' },
      { id: 'other', label: 'Other costs' },
    ]),
  /**
   * What a supplier is owed on cancelling, where its own terms are not given: from so many calendar days before the start, so
   * many hundredths of its price. Empty: not known, which is never told as nothing.
   */
  supplierTerms: z
    .array(z.strictObject({ daysBefore: z.int().min(0).max(366), payablePercent: z.int().min(0).max(100) }))
    .max(10)
    .default([]),
})

/** Nearer to the start a supplier is never owed less. */
export function costErrors({ categories, supplierTerms }: z.infer<typeof costsSchema>): readonly RulebookError[] {
  const terms = supplierTerms.toSorted((one, other) => other.daysBefore - one.daysBefore)
  const falling = terms.find((term, index) => term.payablePercent < (terms[index - 1]?.payablePercent ?? 0))
  return [
    ...twice(
      categories.map((category) => category.id),
      'costs.categories',
      words.idTwice,
    ),
    ...twice(
      supplierTerms.map((term) => String(term.daysBefore)),
      'costs.supplierTerms',
      words.termTwice,
    ),
    ...(falling ? [{ path: 'costs.supplierTerms', message: words.owedLessLater(falling.daysBefore) }] : []),
  ]
}
