import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { followLink, startTeams } from './host/teams.ts'
import { nonceOf, readSettings } from './settings.ts'

const { teamsOrigins, teamsAppId } = readSettings(document)
const host = await startTeams(teamsOrigins)
followLink(host?.asked)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(<App nonce={nonceOf(document)} host={host} teamsAppId={teamsAppId} />)
