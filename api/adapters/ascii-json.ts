/** JSON in ASCII alone: nothing of it can be cut in half, re-encoded or taken for a control character on its way through storage. */
export function asciiJson(value: unknown): string {
  const json = JSON.stringify(value)
  if (json === undefined) throw new TypeError('only what JSON can say can be stored')
  return json.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
