import { expect, test } from 'vitest'
import atFirst from '../testing/rulebook-stored-at-first.json' with { type: 'json' }
import { parseRulebook } from './parse-rulebook.ts'
import { rulebookVersionSchema, storedVersionSchema } from './rulebook.ts'

/** As a council's row held it before the bulletin, attendance, costs and mandatory training had settings. */
const stored = {
  version: 1,
  effectiveFrom: '2026-05-01T00:00:00Z',
  changedBy: 'Officer',
  changedAt: '2026-05-01T00:00:00Z',
  rulebook: atFirst,
}

test('a rulebook stored before a setting came is read with what the setting is unless a council says otherwise', () => {
  const { rulebook } = rulebookVersionSchema.parse(stored)
  expect(rulebook).toMatchObject(atFirst)
  expect(rulebook.bulletin).toMatchObject({ on: 'friday', at: '10:00', autoRelease: false, leadTime: { weeks: 4, issues: 2 } })
  expect(rulebook.kinds.find((kind) => kind.id === 'member-seminar')).toMatchObject({ audience: 'all-members', audienceFixed: false })
  expect(rulebook).toMatchObject({
    mandatory: { rules: [] },
    members: { inductionMonths: 12 },
    programme: { clashBufferMinutes: 30, slots: { perMonth: 2 } },
    briefings: { objectives: true, evaluation: true, repeats: true },
  })
})

test('what a setting is unless a council says otherwise contradicts nothing', () => {
  expect(parseRulebook(atFirst)).toMatchObject({ ok: true })
})

test('a rulebook that has been read is stored and read again as it was', () => {
  const once = rulebookVersionSchema.parse(stored)
  expect(rulebookVersionSchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once)
})

test.each([{ sender: 'bulletin@thamesbrook.example' }, { readReceipts: true }])(
  'C4.17 what nothing ever went by is read past where it was stored, and refused where it is settled anew: %o',
  (unheeded) => {
    const bulletin = { ...rulebookVersionSchema.parse(stored).rulebook.bulletin, ...unheeded }
    const before = { ...stored, rulebook: { ...atFirst, bulletin } }
    expect(storedVersionSchema.parse(before)).toEqual(rulebookVersionSchema.parse(stored))
    expect(storedVersionSchema.parse(stored)).toEqual(rulebookVersionSchema.parse(stored))
    expect(parseRulebook({ ...atFirst, bulletin })).toMatchObject({ ok: false })
  },
)
