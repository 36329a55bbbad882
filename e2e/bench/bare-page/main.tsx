import { Button, FluentProvider, Text, webLightTheme } from '@fluentui/react-components'
import { createRoot } from 'react-dom/client'

/** The least that a page of React and Fluent can be: one sentence and one button. */
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <FluentProvider theme={webLightTheme}>
    <Text size={500}>You have nothing to answer.</Text>
    <Button appearance="primary">Accept</Button>
  </FluentProvider>,
)
