import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { z } from 'zod'
import type { Remembered } from './memory.ts'
import type { World } from './world.ts'

/** A council as it stood when the sandbox was stopped. */
export type Kept = {
  readonly world: World
  readonly now: string
  readonly remembered: Remembered
  /** How many worlds there had been. */
  readonly laid: number
  /** Under what name the product's storage has its rows. */
  readonly storage: string
}

/** Where the council lived: what the product has written down leads there, so it can live nowhere else. */
export type Home = { readonly desk: string; readonly product: string }

/** Grows whenever something that is remembered changes its shape. */
const format = 2
const header = z.object({ format: z.int(), home: z.object({ desk: z.string(), product: z.string() }), sha256: z.string() })

export class CannotBeTakenUp extends Error {
  override readonly name = 'CannotBeTakenUp'
}

const fileIn = (directory: string) => join(directory, 'council.kept')
/** Stands there as long as the sandbox runs: whoever finds it knows that the last stop was not a clean one. */
const markIn = (directory: string) => join(directory, 'council.running')

/** Writes a council down whole or not at all: one line that says what it is, then all of it. */
export async function keep(directory: string, home: Home, kept: Kept): Promise<void> {
  const body = serialize(kept)
  const line = JSON.stringify({ format, home, sha256: digest(body) })
  await mkdir(directory, { recursive: true })
  await writeFile(`${fileIn(directory)}.new`, Buffer.concat([Buffer.from(`${line}\n`), body]))
  await rename(`${fileIn(directory)}.new`, fileIn(directory))
  await rm(markIn(directory), { force: true })
}

/**
 * The council that was kept. Throws `CannotBeTakenUp`, in words that say what to do, for anything that is not whole, not of this version or
 * not of this place.
 */
export async function takeUp(directory: string, home: Home): Promise<Kept | 'nothing' | 'not-stopped-cleanly'> {
  const bytes = await bytesOf(fileIn(directory))
  if (bytes) return read(bytes, home, directory)
  return (await bytesOf(markIn(directory))) === undefined ? 'nothing' : 'not-stopped-cleanly'
}

/** From now on the council lives, and what was kept of it holds no longer: the product's storage goes on from there. */
export async function markRunning(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  if (await bytesOf(fileIn(directory))) await rename(fileIn(directory), markIn(directory))
  else await writeFile(markIn(directory), '')
}

function read(bytes: Buffer, home: Home, directory: string): Kept {
  const end = bytes.indexOf('\n')
  const line = header.safeParse(parsed(bytes.subarray(0, Math.max(end, 0)).toString('utf8')))
  const body = bytes.subarray(end + 1)
  const instead = `Name another folder, or remove ${fileIn(directory)} to begin a new council.`
  if (!line.success) throw new CannotBeTakenUp(`What is kept there was not written by the sandbox. ${instead}`)
  if (line.data.format !== format) throw new CannotBeTakenUp(`What is kept there was written by another version of the sandbox. ${instead}`)
  if (line.data.sha256 !== digest(body)) throw new CannotBeTakenUp(`What is kept there is damaged. ${instead}`)
  const { desk, product } = line.data.home
  if (desk !== home.desk || product !== home.product) {
    const ports = `SANDBOX_PORT=${new URL(desk).port} PORT=${new URL(product).port}`
    throw new CannotBeTakenUp(`The council kept there lives at ${desk} and ${product}: start it with ${ports}.`)
  }
  return deserialize(body) as Kept // by its digest, exactly what this version wrote
}

function digest(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // not a line of ours
  }
}

async function bytesOf(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw cause
  }
}
