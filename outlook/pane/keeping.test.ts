import { describe, expect, test } from 'vitest'
import { readTag, removeTag, writeTag } from '../office/tag-store.ts'
import { appointmentBeingWritten, kept } from '../testing/outlook-double.ts'
import { createKeeping } from './keeping.ts'

const told = (aims: string) => () => ({ kind: 'in-person-training', details: { aims, costs: [] } })

function paneOf(stored = kept(), given = {}) {
  const item = appointmentBeingWritten(stored, given)
  return createKeeping({
    readTag: () => readTag(item),
    writeTag: (order) => writeTag(item, order),
    removeTag: (seen) => removeTag(item, seen),
  })
}

describe('C1.5 what an officer writes', () => {
  test('is saved in turn, however fast she goes on: her own writing is never taken for somebody else’s', async () => {
    const pane = paneOf()
    const came = await Promise.all([pane.read(), pane.keep(told('one')), pane.keep(told('two')), pane.keep(told('three'))])
    expect(came.slice(1).map((each) => each?.kind)).toEqual(['saved', 'saved', 'saved'])
    expect(await pane.read()).toMatchObject({ kind: 'tag', tag: { details: { aims: 'three' } } })
  })

  test('is what stands there when its turn has come', async () => {
    const pane = paneOf()
    let aims = 'one'
    const saves = [pane.keep(told('first')), pane.keep(() => told(aims)())]
    aims = 'two'
    await Promise.all(saves)
    expect(await pane.read()).toMatchObject({ tag: { details: { aims: 'two' } } })
    expect(await pane.keep(() => undefined)).toBeUndefined()
  })

  test('still is not written over what another officer has put there since', async () => {
    const stored = kept()
    const [hers, his] = [paneOf(stored), paneOf(stored)]
    await Promise.all([hers.read(), his.read()])
    expect(await hers.keep(told('hers'))).toMatchObject({ kind: 'saved' })
    expect(await his.keep(told('his'))).toEqual({ kind: 'changed-since-seen' })
    await his.read()
    expect(await his.keep(told('his'))).toMatchObject({ kind: 'saved' })
  })

  test('can be taken back, and then the appointment is as if nothing had been written: she may write anew', async () => {
    const stored = kept({ properties: { other: 'thing' } })
    const pane = paneOf(stored)
    await pane.read()
    const came = await Promise.all([pane.keep(told('one')), pane.takeBack()])
    expect(came).toMatchObject([{ kind: 'saved' }, 'removed'])
    expect(stored.properties).toEqual({ other: 'thing' })
    expect(await pane.read()).toEqual({ kind: 'none' })
    expect(await pane.keep(told('two'))).toMatchObject({ kind: 'saved' })
  })

  test('is not taken back where another officer has written since, nor said to be when Outlook refuses', async () => {
    const stored = kept()
    const [hers, his] = [paneOf(stored), paneOf(stored)]
    await Promise.all([hers.read(), his.read()])
    await hers.keep(told('hers'))
    expect(await his.takeBack()).toBe('changed-since-seen')
    const refused = paneOf(stored, { refuses: 'saveProperties' })
    await refused.read()
    expect(await refused.takeBack()).toBe('not-saved')
    expect(await readTag(appointmentBeingWritten(stored))).toMatchObject({ kind: 'tag', tag: { details: { aims: 'hers' } } })
  })

  test('is told as not saved when Outlook refuses, and the next one has its turn', async () => {
    const pane = paneOf(kept(), { refuses: 'saveProperties' })
    expect(await Promise.all([pane.keep(told('one')), pane.keep(told('two'))])).toEqual([{ kind: 'not-saved' }, { kind: 'not-saved' }])
  })
})
