import { Button } from '@fluentui/react-components'
import { Dismiss20Regular } from '@fluentui/react-icons'
import { useRef } from 'react'
import { QuorateMark } from '../QuorateMark.tsx'
import { AddInFrame } from './AddInFrame.tsx'
import type { Item } from './protocol.ts'
import { useTold } from './use-told.ts'
import { useOfficeHost } from './use-office-host.ts'
import { officeWords } from './words.ts'

type Props = { readonly item: Item; readonly change: (item: Item) => void; readonly close: () => void }

/** The add-in's pane beside an appointment, 320 pixels wide as Outlook has it at its narrowest. */
export function Pane({ item, change, close }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const { tell } = useOfficeHost(frame, item, change)
  useTold(item, tell)
  return (
    <aside className="addin" aria-label={officeWords.pane}>
      <div className="addin-head">
        <QuorateMark size={20} />
        <strong>{officeWords.name}</strong>
        <Button appearance="subtle" icon={<Dismiss20Regular />} aria-label={officeWords.close} onClick={close} />
      </div>
      <AddInFrame frame={frame} page="pane" title={officeWords.pane} className="addin-frame" />
    </aside>
  )
}
