/** A provider's answer is untrusted input too: read to its end or to the limit, in bytes. `too-long` past it. */
export async function textWithin(response: Response, limit: number): Promise<{ readonly text: string } | 'too-long'> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.byteLength
    if (length > limit) return 'too-long'
    pieces.push(piece)
  }
  return { text: Buffer.concat(pieces).toString('utf8') }
}
