import { useEffect, useSyncExternalStore } from 'react'
import { pdpPage, pdpSaved, type PdpPage } from '../../../api/contracts/pdp.ts'
import { useConnection, type Connection } from '../../api/ApiContext.tsx'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { useHost } from '../../host/HostContext.tsx'
import { createKeeper, isClosed, type Keeper, type KeeperState } from './keeper.ts'
import { createKeeping, type Keeping } from './kept-words.ts'

export type Pdp = { readonly page: PdpPage; readonly keeper: Keeper; readonly draft: KeeperState }

/** Whose plan: one's own, or that of a Member whom an officer helps. */
export function pathOf(memberId: string | undefined): string {
  return memberId === undefined ? '/my/pdp' : `/members/${memberId}/pdp`
}

/** A plan and what is being written in it, which outlives a change of page and a closed phone. */
export function usePdp(memberId?: string): { readonly resource: Resource<PdpPage>; readonly pdp: Pdp | undefined } {
  const path = pathOf(memberId)
  const connection = useConnection()
  const { person } = useHost()
  const resource = useResource(path, pdpPage)
  const page = resource.state.kind === 'shown' ? resource.state.value : undefined
  const keeper = page && keeperOf(connection, { path, person, page })
  const draft = useSyncExternalStore(keeper?.subscribe ?? never, () => keeper?.state())
  useEffect(() => {
    if (page && keeper) keeper.seen(page)
  }, [page, keeper])
  useSavedOnLeaving(keeper)
  useForgotten(memberId === undefined ? undefined : { path, person }, resource, draft)
  return { resource, pdp: page && keeper && draft ? { page, keeper, draft } : undefined }
}

function never(): () => void {
  return () => undefined
}

type Place = { readonly path: string; readonly person: string }

function keeperOf({ api, begun }: Connection, { path, person, page }: Place & { readonly page: PdpPage }): Keeper {
  const name = begunAs(path)
  const known = begun.get(name) as Keeper | undefined
  if (known) return known
  const keeper = createKeeper(page, {
    put: (body) => api.put(path, body, pdpSaved),
    get: () => api.get(path, pdpPage),
    keeping: keepingOf({ path, person }),
    later(ms, work) {
      const timer = setTimeout(work, ms)
      return () => clearTimeout(timer)
    },
  })
  begun.set(name, keeper)
  return keeper
}

function begunAs(path: string): string {
  return `pdp ${path}`
}

function keepingOf({ path, person }: Place): Keeping {
  return createKeeping(storageOfBrowser(), `quorate:pdp:${person}:${path}`)
}

/** C6.22: once a helper is shut out of a plan, nothing of it stays here: neither on the page, nor in its memory, nor on the device. */
function useForgotten(place: Place | undefined, { state, again }: Resource<PdpPage>, draft: KeeperState | undefined): void {
  const { begun } = useConnection()
  const path = place?.path
  const person = place?.person
  const isRefused = path !== undefined && draft?.saving.kind === 'refused'
  const isShut = state.kind === 'refused' && isClosed(state.problem)
  useEffect(() => {
    if (isRefused) void again()
  }, [isRefused, again])
  useEffect(() => {
    if (path === undefined || person === undefined || !isShut) return
    begun.delete(begunAs(path))
    keepingOf({ path, person }).write(undefined)
  }, [begun, isShut, path, person])
}

function storageOfBrowser(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined // forbidden: the page keeps what it can itself
  }
}

/** The phone is put away, another page is opened, the network returns: what is typed is saved at once. */
function useSavedOnLeaving(keeper: Keeper | undefined): void {
  useEffect(() => {
    if (!keeper) return undefined
    const now = () => void keeper.flush()
    document.addEventListener('visibilitychange', now)
    window.addEventListener('pagehide', now)
    window.addEventListener('online', now)
    return () => {
      document.removeEventListener('visibilitychange', now)
      window.removeEventListener('pagehide', now)
      window.removeEventListener('online', now)
      now()
    }
  }, [keeper])
}
