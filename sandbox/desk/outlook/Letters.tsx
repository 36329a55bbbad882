import { Avatar } from '@fluentui/react-components'
import { useState, type ReactNode } from 'react'
import { useDesk } from '../desk-context.ts'
import { mailStampWords, momentOf } from '../dates.ts'
import { bareName } from '../people/people.ts'
import type { Loaded } from '../use-loaded.ts'
import type { Letter } from './letters.ts'
import { ListRow, ListSkeleton } from './ListRow.tsx'
import { MessageBody } from './MessageBody.tsx'
import { OutlookFailure } from './OutlookFailure.tsx'
import { Pages } from './Pages.tsx'
import { outlookWords } from './words.ts'

type Props = {
  readonly letters: readonly Letter[]
  /** Where the letters come from: whether they are still to come, or could not be read. */
  readonly loaded: Loaded<unknown>
  readonly tryAgain: () => void
  /** What is said where there is no letter. */
  readonly none: string
  /** What a letter asks, and what can be done about it. */
  readonly asks: (letter: Letter) => ReactNode
}

/** An inbox, and one letter of it beside the list: the newest until another is chosen. */
export function Letters({ letters, loaded, tryAgain, none, asks }: Props) {
  const { now } = useDesk().sandbox
  const [chosen, setChosen] = useState<string>()
  const shown = letters.find(({ id }) => id === chosen) ?? letters[0]
  const wasRead = loaded.value !== undefined
  const failed = loaded.failure && <OutlookFailure because={loaded.failure} tryAgain={tryAgain} />

  const list = (
    <>
      {!wasRead && failed}
      {loaded.loading && !wasRead && <ListSkeleton label={outlookWords.loading} />}
      {wasRead && letters.length === 0 && <p className="pages-none">{none}</p>}
      <ul aria-label={outlookWords.inbox}>
        {letters.map((letter) => (
          <ListRow
            key={letter.id}
            chosen={letter.id === shown?.id}
            title={letter.from}
            under={letter.subject}
            stamp={mailStampWords(momentOf(letter.at), now)}
            strong={letter.id === shown?.id}
            choose={() => setChosen(letter.id)}
          />
        ))}
      </ul>
    </>
  )

  return (
    <Pages open={chosen !== undefined} close={() => setChosen(undefined)} list={list}>
      {wasRead && failed}
      {shown ? (
        <LetterPage key={shown.id} letter={shown}>
          {asks(shown)}
        </LetterPage>
      ) : (
        <p className="pages-none">{outlookWords.chooseMail}</p>
      )}
    </Pages>
  )
}

function LetterPage({ letter, children }: { readonly letter: Letter; readonly children: ReactNode }) {
  return (
    <article className="event" aria-label={letter.subject}>
      <h3 className="event-title">{letter.subject}</h3>
      <div className="event-from">
        <Avatar name={bareName(letter.from)} color="colorful" size={32} aria-hidden="true" />
        <div>
          <div className="event-sender">{letter.from}</div>
          <div className="event-small">{outlookWords.to(letter.to)}</div>
        </div>
      </div>
      {children}
      <MessageBody body={letter.body} preview={letter.preview} />
    </article>
  )
}
