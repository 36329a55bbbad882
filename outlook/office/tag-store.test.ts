import { describe, expect, test } from 'vitest'
import { charactersOf, mostCharacters, tagText, type Tag } from '../../api/contracts/tag.ts'
import { appointmentBeingWritten, kept } from '../testing/outlook-double.ts'
import { OutlookRefused } from './asked.ts'
import { readTag, writeTag } from './tag-store.ts'

const tag = (rev: string, given: Partial<Tag['details']> = {}): Tag => ({
  v: 1,
  rev,
  kind: 'in-person-training',
  details: { aims: 'Chair a meeting', costs: [], ...given },
})

describe('C1.5 what is written into an appointment', () => {
  test('is there when the pane is opened again', async () => {
    const stored = kept()
    expect(await writeTag(appointmentBeingWritten(stored), { tag: tag('first-one'), seen: undefined })).toEqual({
      kind: 'saved',
      rev: 'first-one',
    })
    expect(await readTag(appointmentBeingWritten(stored))).toEqual({ kind: 'tag', tag: tag('first-one') })
  })

  test('takes the place of what was read, and leaves what else the add-in keeps', async () => {
    const stored = kept({ properties: { other: 'thing', quorate: tagText(tag('first-one')) } })
    await writeTag(appointmentBeingWritten(stored), { tag: tag('second-one'), seen: 'first-one' })
    expect(stored.properties).toEqual({ other: 'thing', quorate: tagText(tag('second-one')) })
  })

  test('is not written by the later of two officers who have one series open: she is told', async () => {
    const stored = kept()
    const [hers, his] = [appointmentBeingWritten(stored), appointmentBeingWritten(stored)]
    await writeTag(hers, { tag: tag('first-one'), seen: undefined })
    expect(await writeTag(his, { tag: tag('second-one'), seen: undefined })).toEqual({ kind: 'changed-since-seen' })
    expect(stored.properties).toEqual({ quorate: tagText(tag('first-one')) })
    expect(await writeTag(his, { tag: tag('second-one'), seen: 'first-one' })).toMatchObject({ kind: 'saved' })
  })

  test('may take 2,500 characters with all that is about it, and not one more', async () => {
    const stored = kept()
    const room = mostCharacters - charactersOf(tag('first-one', { aims: '' }))
    // Two fields: the contract keeps neither longer than it is.
    const aims = 'a'.repeat(2000)
    const full = tag('first-one', { aims, provider: 'b'.repeat(room - 2000 - '\\"provider\\":\\"\\",'.length) })
    expect(charactersOf(full)).toBe(mostCharacters)
    const more = tag('first-one', { ...full.details, provider: `${full.details.provider ?? ''}b` })
    expect(await writeTag(appointmentBeingWritten(stored), { tag: more, seen: undefined })).toEqual({ kind: 'too-long', over: 1 })
    expect(stored.properties).toEqual({})
    expect(await writeTag(appointmentBeingWritten(stored), { tag: full, seen: undefined })).toMatchObject({ kind: 'saved' })
  })

  test.each(['no JSON', { v: 9 }, tagText({ ...tag('first-one'), kind: '' })])(
    'by hand as %j is unreadable, and stays until an officer who was shown it writes anew',
    async (spoilt) => {
      const stored = kept({ properties: { quorate: spoilt } })
      expect(await readTag(appointmentBeingWritten(stored))).toEqual({ kind: 'unreadable' })
      const writing = (seen: string | undefined) => writeTag(appointmentBeingWritten(stored), { tag: tag('second-one'), seen })
      expect(await writing(undefined)).toEqual({ kind: 'changed-since-seen' })
      expect(stored.properties).toEqual({ quorate: spoilt })
      expect(await writing('unreadable')).toMatchObject({ kind: 'saved' })
    },
  )

  test.each(['loadCustomProperties', 'saveProperties'])('is not said to be saved when Outlook refuses %s', async (refuses) => {
    const stored = kept()
    const item = appointmentBeingWritten(stored, { refuses })
    await expect(writeTag(item, { tag: tag('first-one'), seen: undefined })).rejects.toBeInstanceOf(OutlookRefused)
    expect(stored.properties).toEqual({})
  })
})
