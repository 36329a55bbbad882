/** What keeps a package from being built: where it stands, and what to do about it. */
export type Mistake = {
  /** A place in the manifest such as `bots[0].botId`, a file, or the line of an environment file. */
  readonly at: string
  readonly because: string
}
