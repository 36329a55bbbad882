import { AriaLiveAnnouncer, FluentProvider } from '@fluentui/react-components'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { createControl } from './control.ts'
import './desk.css'
import { deskTheme } from './theme.ts'

const root = document.getElementById('desk')
if (!root) throw new Error('The page has no place for the desk')

createRoot(root).render(
  <StrictMode>
    <FluentProvider theme={deskTheme} className="provider">
      <AriaLiveAnnouncer>
        <App control={createControl()} />
      </AriaLiveAnnouncer>
    </FluentProvider>
  </StrictMode>,
)
