import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components'

export type Look = 'light' | 'dark' | 'contrast'

export const themes = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme } as const satisfies Record<Look, Theme>

/** By the background that Outlook says it has, since it has no name for its theme; where it says none, as the device is set. */
export function lookOf(background: string | undefined, device: { readonly isForced: boolean; readonly isDark: boolean }): Look {
  if (device.isForced) return 'contrast'
  const [red, green, blue] =
    /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i
      .exec(background ?? '')
      ?.slice(1)
      .map((part) => Number.parseInt(part, 16)) ?? []
  if (red === undefined || green === undefined || blue === undefined) return device.isDark ? 'dark' : 'light'
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light'
}
