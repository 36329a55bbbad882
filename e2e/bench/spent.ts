/** What a process has spent, as it tells the one that started it. */
export type Spent = { readonly memory: NodeJS.MemoryUsage; readonly cpu: NodeJS.CpuUsage }

/** Answers the parent's every message with what was spent; asked for `memory`, once what is no longer needed is gone. */
export function tellWhatIsSpent(): void {
  process.on('message', (what) => {
    if (what === 'memory') globalThis.gc?.()
    const spent: Spent = { memory: process.memoryUsage(), cpu: process.cpuUsage() }
    process.send?.(spent)
  })
}
