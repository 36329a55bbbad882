import { useState } from 'react'
import { programme, type Programme } from '../../../api/contracts/programme.ts'
import { useResource, type Resource } from '../../api/use-resource.ts'
import { londonDay } from '../../ui/words-of-time.ts'
import type { ProgrammeTime } from '../../paths.ts'

const everySeconds = 15

/** The programme, kept true while it is looked at. The past is another reading: the API gives what is to come unless asked. */
export function useProgramme(time: ProgrammeTime | undefined, now: string): Resource<Programme> {
  // The day is kept from the page's start: a span that moved with every reading would read again for ever.
  const [today] = useState(() => londonDay(now))
  const past = `?from=${today.subtract({ months: 6 }).toString()}&to=${today.toString()}`
  return useResource(`/programme${time === 'past' ? past : ''}`, programme, { everySeconds })
}
