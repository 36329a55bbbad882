import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components'

export type ThemeName = 'default' | 'dark' | 'contrast'

/** Teams has more names than looks: whatever is neither dark nor contrast is drawn as the default. */
export function themeOf(name: string): ThemeName {
  return name === 'dark' || name === 'contrast' ? name : 'default'
}

export const themes = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
} as const satisfies Record<ThemeName, Theme>
