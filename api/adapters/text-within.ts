/** Bytes: more than any answer that we ask for has. */
export const longestAnswer = 2 * 1024 * 1024

/**
 * A provider's answer is untrusted input too: read to its end or to the limit, in bytes. `too-long` past it, and the rest is not waited for.
 */
export async function textWithin(
  body: AsyncIterable<Uint8Array | string> | null | undefined,
  limit: number,
): Promise<{ readonly text: string } | 'too-long'> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const each of body ?? []) {
    const piece = Buffer.from(each as Uint8Array)
    length += piece.byteLength
    if (length > limit) return 'too-long'
    pieces.push(piece)
  }
  return { text: Buffer.concat(pieces).toString('utf8') }
}
