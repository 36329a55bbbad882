import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, webLightTheme, type Theme } from '@fluentui/react-components'

/** Only fonts that a machine has already: the desk asks nothing of any other host. */
const fontFamilyBase = '"Segoe UI", "Open Sans", "Noto Sans", Arial, sans-serif'

/** The desk's own furniture and its notes. */
export const deskTheme: Theme = { ...teamsLightTheme, fontFamilyBase }
/** Outlook's blue. */
export const outlookTheme: Theme = { ...webLightTheme, fontFamilyBase }
/** Teams itself, around the tab and in the chat. */
export const teamsThemes = {
  default: deskTheme,
  dark: { ...teamsDarkTheme, fontFamilyBase },
  contrast: { ...teamsHighContrastTheme, fontFamilyBase },
} as const satisfies Record<string, Theme>
