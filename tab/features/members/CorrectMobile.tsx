import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { memberMobile } from '../../../api/contracts/register.ts'
import { useApi } from '../../api/ApiContext.tsx'
import { NumberForm } from '../../ui/NumberForm.tsx'
import { Status } from '../../ui/Status.tsx'
import { problemWords } from '../../ui/words.ts'
import { numberWords, savedNumber, words, type MemberRow } from './words.ts'

const useStyles = makeStyles({
  open: {
    minHeight: '44px',
    padding: '0 4px',
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'underline',
    '@media print': { display: 'none' },
  },
  form: { maxWidth: '320px', marginTop: tokens.spacingVerticalS },
  saved: { outlineStyle: 'none' },
})

type Props = { readonly member: MemberRow; readonly onChanged: () => Promise<void> }

/**
 * A number that cannot be texted, or none: an officer who knows better puts it right here, and the next reading of the register leaves
 * it alone. What was saved stays in sight on this visit, since the need for it goes with it.
 *
 * Clause: C3.12.
 */
export function CorrectMobile({ member, onChanged }: Props) {
  const styles = useStyles()
  const api = useApi()
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState<string>()
  const opener = useRef<HTMLButtonElement>(null)
  const told = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (saved) told.current?.focus({ preventScroll: true })
  }, [saved])

  async function save(mobile: string): Promise<string | undefined> {
    const answer = await api.put(`/members/${member.memberId}/mobile`, { mobile }, memberMobile)
    if (answer.kind !== 'ok') return answer.kind === 'unreachable' ? words.notSaved : problemWords(answer.problem)
    setSaved(savedNumber(answer.value))
    void onChanged()
    return undefined
  }
  function close(wasSaved: boolean): void {
    setEditing(false)
    if (!wasSaved) setTimeout(() => opener.current?.focus())
  }
  if (editing) {
    return (
      <div className={styles.form}>
        <NumberForm words={numberWords(member)} first="" whose="anothers" onSave={save} onClose={close} />
      </div>
    )
  }
  const label = member.mobileState === 'none' ? words.addNumber : words.changeNumber
  return (
    <>
      {saved && (
        <div ref={told} tabIndex={-1} className={styles.saved}>
          <Status icon="done">{saved}</Status>
        </div>
      )}
      {member.mobileState !== 'usable' && (
        <Button
          ref={opener}
          appearance="transparent"
          className={styles.open}
          aria-label={`${label}: ${member.name}`}
          onClick={() => setEditing(true)}
        >
          {label}
        </Button>
      )}
    </>
  )
}
