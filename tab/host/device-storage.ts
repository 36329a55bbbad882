/** What lasts on this device from one visit to the next. Undefined: the browser forbids it, and a page keeps what it can itself. */
export function storageOfDevice(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}
