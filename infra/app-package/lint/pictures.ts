import { decode, type DecodedPng } from 'fast-png'
import { iconsOf, type Manifest } from '../manifest.ts'
import type { Mistake } from '../mistake.ts'

/** The pictures of a package: those in it, by name, and those that the service serves, by the path of their address. */
export type Pictures = {
  readonly packed: (name: string) => Uint8Array | undefined
  readonly served: (path: string) => Uint8Array | undefined
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]
type Picture = { readonly size: readonly [number, number]; readonly pixels: () => readonly Pixel[] }

const clear = ([, , , alpha]: Pixel) => alpha === 0
const white = ([red, green, blue]: Pixel) => red === 255 && green === 255 && blue === 255

/** Sizes and transparency, which no schema sees: Teams refuses an upload for them, in words that do not say which picture. */
export function pictureMistakes(manifest: Manifest, { packed, served }: Pictures): readonly Mistake[] {
  const { color, outline, color32x32 } = manifest.icons
  return [
    ...checked(color, packed(color), 192, ({ pixels }) =>
      pixels().every(([, , , alpha]) => alpha === 255) ? [] : ['must be opaque everywhere: Teams rounds it off itself'],
    ),
    ...checked(outline, packed(outline), 32, ({ pixels }) => outlineMistakes(pixels())),
    ...checked(color32x32, packed(color32x32), 32, (picture) =>
      cornersOf(picture).every(clear) ? [] : ['must have a transparent ground'],
    ),
    ...servedIcons(manifest).flatMap(({ at, url, size }) => checked(`${at}: ${url}`, served(new URL(url).pathname), size, () => [])),
  ]
}

function outlineMistakes(pixels: readonly Pixel[]): readonly string[] {
  return [
    ...(pixels.every((pixel) => clear(pixel) || white(pixel)) ? [] : ['must be white and nothing else']),
    ...(pixels.some(clear) && !pixels.every(clear) ? [] : ['must be white on a transparent ground']),
  ]
}

/** Each address once, at each size it is given for. */
function servedIcons(manifest: Manifest): readonly { readonly at: string; readonly url: string; readonly size: number }[] {
  const all = iconsOf(manifest.extensions[0]).flatMap(({ at, icons }) => icons.map(({ url, size }) => ({ at, url, size })))
  return all
    .filter(({ url }) => URL.canParse(url))
    .filter(({ url, size }, index, list) => list.findIndex((each) => each.url === url && each.size === size) === index)
}

/** Every group and button has the three sizes that Outlook asks for. */
export function iconSizeMistakes({ extensions: [extension] }: Manifest): readonly Mistake[] {
  return iconsOf(extension).flatMap(({ at, icons }) =>
    [16, 32, 80]
      .filter((size) => icons.filter((icon) => icon.size === size).length !== 1)
      .map((size) => ({ at, because: `needs one icon of ${size} pixels` })),
  )
}

function checked(
  at: string,
  bytes: Uint8Array | undefined,
  size: number,
  rule: (picture: Picture) => readonly string[],
): readonly Mistake[] {
  if (!bytes) return [{ at, because: 'is not there' }]
  const picture = pictureOf(bytes)
  if (!picture) return [{ at, because: 'is no PNG' }]
  const [width, height] = picture.size
  const sized = width === size && height === size ? [] : [`is ${width} × ${height} pixels and must be ${size} × ${size}`]
  return [...sized, ...rule(picture)].map((because) => ({ at, because }))
}

function pictureOf(bytes: Uint8Array): Picture | undefined {
  try {
    const png = decode(bytes)
    return { size: [png.width, png.height], pixels: () => pixelsOf(png) }
  } catch {
    return undefined // what the reason is helps nobody: the file is to be drawn again
  }
}

function pixelsOf({ width, height, channels, data, depth }: DecodedPng): readonly Pixel[] {
  const full = 2 ** depth - 1
  const value = (index: number) => Math.round(((data[index] ?? 0) / full) * 255)
  return Array.from({ length: width * height }, (_none, index) => {
    const at = index * channels
    const grey = channels < 3
    const [red, green, blue] = grey ? [value(at), value(at), value(at)] : [value(at), value(at + 1), value(at + 2)]
    return [red, green, blue, channels % 2 === 0 ? value(at + channels - 1) : 255]
  })
}

function cornersOf({ pixels, size: [width, height] }: Picture): readonly Pixel[] {
  const all = pixels()
  return [0, width - 1, width * (height - 1), width * height - 1].flatMap((index) => (all[index] ? [all[index]] : []))
}
