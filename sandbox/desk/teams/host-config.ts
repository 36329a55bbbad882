import type { Theme } from '@fluentui/react-components'

const colour = (normal: string, subtle = normal) => ({ default: normal, subtle })

/** How Teams draws cards: its sizes, its spacing, and the colours of one of its themes. Units: pixels. */
export function hostConfigFor(theme: Theme) {
  const text = colour(theme.colorNeutralForeground1, theme.colorNeutralForeground2)
  const foregroundColors = {
    default: text,
    dark: text,
    light: text,
    accent: colour(theme.colorBrandForegroundLink),
    good: colour(theme.colorPaletteGreenForeground1),
    warning: colour(theme.colorPaletteDarkOrangeForeground1),
    attention: colour(theme.colorPaletteRedForeground1),
  }
  const container = (backgroundColor: string) => ({ backgroundColor, foregroundColors })
  return {
    ...sizes,
    separator: { lineThickness: 1, lineColor: theme.colorNeutralStroke1 },
    containerStyles: {
      default: container(theme.colorNeutralBackground1),
      emphasis: container(theme.colorNeutralBackground3),
      accent: container(theme.colorBrandBackground2),
      good: container(theme.colorPaletteGreenBackground1),
      attention: container(theme.colorPaletteRedBackground1),
      warning: container(theme.colorPaletteDarkOrangeBackground1),
    },
  }
}

const sizes = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 120 },
    value: { wrap: true },
    spacing: 8,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'default' },
    },
    errorMessage: { color: 'attention', weight: 'default' },
  },
  textBlock: { headingLevel: 3 },
}
