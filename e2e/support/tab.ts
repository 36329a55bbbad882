import { expect } from 'vitest'
import type { z } from 'zod'
import { attention } from '../../api/contracts/attention.ts'
import { mySessionPage, myTexts, myTraining } from '../../api/contracts/my-training.ts'
import { programme, sessionPage, type ProgrammeRow } from '../../api/contracts/programme.ts'
import type { Answer } from '../../domain/sessions/response.ts'
import type { Control } from './control.ts'

/** What the tab asks for, as each person. Every answer is held to the contract that the tab reads it by. */
export function tabOf(rig: Pick<Control, 'api'>) {
  async function read<Shape extends z.ZodType>(user: string, path: string, shape: Shape): Promise<z.infer<Shape>> {
    const { status, body } = await rig.api(user, 'GET', path)
    expect(status, `GET ${path}: ${JSON.stringify(body).slice(0, 300)}`).toBe(200)
    return shape.parse(body)
  }

  const readProgramme = () => read('officer', '/programme', programme)

  async function rows(title: string): Promise<readonly ProgrammeRow[]> {
    return (await readProgramme()).rows.filter((row) => row.title === title)
  }

  async function row(title: string): Promise<ProgrammeRow> {
    const [found, ...others] = await rows(title)
    if (!found || others.length > 0) throw new Error(`The programme has ${others.length + (found ? 1 : 0)} sessions "${title}"`)
    return found
  }

  return {
    programme: readProgramme,
    rows,
    row,
    session: async (title: string) => read('officer', `/sessions/${(await row(title)).sessionId}`, sessionPage),
    sessionById: (id: string) => read('officer', `/sessions/${id}`, sessionPage),
    attention: async () => (await read('officer', '/attention', attention)).rows,
    training: (member: string) => read(member, '/my/training', myTraining),
    mine: async (member: string, title: string) =>
      (await read(member, `/my/sessions/${(await row(title)).sessionId}`, mySessionPage)).session,
    minePage: async (member: string, title: string) => read(member, `/my/sessions/${(await row(title)).sessionId}`, mySessionPage),
    texts: (member: string) => read(member, '/my/texts', myTexts),
    async chooseTexts(member: string, change: { reminders?: boolean; combine?: boolean; mobile?: string }): Promise<number> {
      const { etag } = await read(member, '/my/texts', myTexts)
      return (await rig.api(member, 'PUT', '/my/texts', { ...change, etag })).status
    },
    async answer(member: string, title: string, answer: Answer): Promise<void> {
      const { status, body } = await rig.api(member, 'PUT', `/my/sessions/${(await row(title)).sessionId}/answer`, { answer })
      expect(status, `answering: ${JSON.stringify(body)}`).toBe(202)
    },
  }
}

export type Tab = ReturnType<typeof tabOf>
