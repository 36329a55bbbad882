import { createRoot } from 'react-dom/client'
import { nonceOf } from '../tab/settings.ts'
import { startOutlook } from './office/outlook.ts'
import { PaneApp } from './pane/PaneApp.tsx'
import { readSettings } from './settings.ts'

const outlook = await startOutlook(readSettings(document))

const root = document.getElementById('root')
if (!root) throw new Error('pane.html has no #root')
createRoot(root).render(<PaneApp nonce={nonceOf(document)} outlook={outlook} />)
