const colour = (normal: string, subtle = normal) => ({ default: normal, subtle })

const foregroundColors = {
  default: colour('#242424', '#616161'),
  dark: colour('#242424', '#616161'),
  light: colour('#ffffff', '#f5f5f5'),
  accent: colour('#4f52b2', '#5b5fc7'),
  good: colour('#0e700e'),
  warning: colour('#8a3707'),
  attention: colour('#b10e1c'),
}

/** How Teams draws cards: its sizes, its spacing, its colours in the light theme. Units: pixels. */
export const hostConfig = {
  fontFamily: 'inherit',
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#d1d1d1' },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors },
    emphasis: { backgroundColor: '#f5f5f5', foregroundColors },
    accent: { backgroundColor: '#e8ebfa', foregroundColors },
    good: { backgroundColor: '#f1faf1', foregroundColors },
    attention: { backgroundColor: '#fdf3f4', foregroundColors },
    warning: { backgroundColor: '#fdf6f3', foregroundColors },
  },
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
