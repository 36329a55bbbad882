import { weekdayNamed } from '../../../domain/rulebook/words-of-values.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map(
  (day) => [day, weekdayNamed(day)] as const,
)
