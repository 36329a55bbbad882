import type { ZodType } from 'zod'

/** One visit: whose it is and what is amiss, by name; what has been answered and how often was asked since. */
export type Scene = { readonly name: string; readonly answers: Map<string, string>; asked: number }
export type Asked = { readonly method: string; readonly path: string; readonly body: Record<string, unknown> }
export type Given = { readonly status: number; readonly body: unknown; readonly afterMs?: number }

export const outlookSilent = [{ dependency: 'graph', since: '2026-10-13T08:15:00Z' }] as const

export function ok<Value>(shape: ZodType<Value>, value: Value, status = 200): Given {
  return { status, body: shape.parse(value) }
}

export function problem(status: number, title: string, detail?: string): Given {
  return { status, body: { type: 'about:blank', title, status, ...(detail ? { detail } : {}) } }
}
