import { objectIdOf } from '../object-id.ts'
import type { SandboxContext } from '../service.ts'
import { directoryPage } from './directory-page.ts'
import { readQuery } from './query.ts'
import { noSuchResource } from './refusal.ts'
import { inDirectory, type Route } from './routes.ts'

type Room = NonNullable<SandboxContext['world']['rooms']>[number]

export function placeRoutes(world: SandboxContext['world'], base: () => string): Route[] {
  const rooms = world.rooms ?? []
  return [
    inDirectory('places', 'GET places/microsoft.graph.room', (call) =>
      directoryPage(call, base(), { things: rooms, asked: readQuery(call), show: showRoom, of: 'places/microsoft.graph.room' }),
    ),
    inDirectory('places', 'GET places/microsoft.graph.roomlist', (call) =>
      directoryPage(call, base(), { things: [], asked: readQuery(call), show: () => ({}), of: 'places/microsoft.graph.roomlist' }),
    ),
    inDirectory('places', 'GET places/:place', (_call, { place = '' }) => {
      const room = rooms.find(({ email }) => place.toLowerCase() === email || place.toLowerCase() === objectIdOf('room', email))
      if (!room) throw noSuchResource(place)
      return {
        status: 200,
        body: { '@odata.context': `${base()}/$metadata#places/$entity`, '@odata.type': '#microsoft.graph.room', ...showRoom(room) },
      }
    }),
  ]
}

/** False for wheelchairs means only that no administrator has said otherwise; a hearing loop has no member and stands among the tags. */
function showRoom({ email, name, capacity, stepFree, hearingLoop }: Room): object {
  return {
    id: objectIdOf('room', email),
    displayName: name,
    address: null,
    geoCoordinates: null,
    phone: '',
    nickname: name,
    label: null,
    capacity: capacity ?? null,
    building: null,
    floorNumber: null,
    floorLabel: null,
    bookingType: 'standard',
    tags: hearingLoop ? ['Hearing loop'] : [],
    audioDeviceName: null,
    videoDeviceName: null,
    displayDeviceName: null,
    isWheelChairAccessible: stepFree ?? false,
    emailAddress: email,
  }
}
