import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { OpenRow } from '../LinkRow.tsx'
import { Section } from '../Section.tsx'
import { words } from './words.ts'

const useStyles = makeStyles({
  line: { margin: 0, textWrap: 'pretty' },
  code: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})

/** C4.4: the seed's mark before the draw, for whoever would like to check it afterwards; nobody needs it to take part. */
export function MarkBefore({ seedMark }: { readonly seedMark: string }) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  return (
    <Section of="member" heading={words.drawHeading} card>
      <p className={styles.line}>{words.markBefore}</p>
      {isOpen ? <p className={styles.code}>{seedMark}</p> : <OpenRow words={words.markOpen} onOpen={() => setOpen(true)} />}
    </Section>
  )
}
