import { cpus, loadavg, totalmem } from 'node:os'

/** What the figures were taken on. The load says whether it was alone with them. */
export function machine(): string {
  const [model] = cpus().map((cpu) => cpu.model.trim())
  const load = loadavg().map((each) => each.toFixed(1))
  return `${cpus().length} cores (${model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, load ${load.join(' ')}`
}
