import { Button } from '@fluentui/react-components'
import { QuorateMark } from '../QuorateMark.tsx'
import { officeWords } from './words.ts'

/** The add-in's button on Outlook's ribbon. */
export function AddInButton({ isOpen, toggle }: { readonly isOpen: boolean; readonly toggle: () => void }) {
  return (
    <Button size="small" icon={<QuorateMark size={16} />} aria-expanded={isOpen} onClick={toggle}>
      {officeWords.open}
    </Button>
  )
}
