import { FluentProvider, Tab, TabList } from '@fluentui/react-components'
import { Mail20Regular } from '@fluentui/react-icons'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDesk } from '../desk-context.ts'
import type { Place } from '../place.ts'
import { outlookTheme } from '../theme.ts'
import { useLoaded } from '../use-loaded.ts'
import { CalendarPage } from './CalendarPage.tsx'
import { MailPage } from './MailPage.tsx'
import './outlook.css'
import { outlookWords } from './words.ts'

/** Half a year of events: as far ahead as anyone looks, and within what one page of Graph gives. */
const hoursAhead = 24 * 183
/** What has just been stays a while. */
const hoursBack = 12

/** The chosen person's Outlook: mail and calendar, read from Graph with their own token. */
export function OutlookWindow() {
  const { sandbox, person, place, go, outlookOf } = useDesk()
  const { now, version } = sandbox
  const outlook = outlookOf(person)
  const asOf = useRef(now)
  const [retries, setRetries] = useState(0)
  const tryAgain = () => setRetries((before) => before + 1)

  useEffect(() => {
    asOf.current = now
  }, [now])
  /** Read again when something has happened and not as the clock moves, lest the page be taken away from whoever moves it. */
  const readCalendar = useCallback(
    () => outlook.calendar(asOf.current.subtract({ hours: hoursBack }).toString(), asOf.current.add({ hours: hoursAhead }).toString()),
    [outlook],
  )
  const readMail = useCallback(() => outlook.inbox(), [outlook])
  const calendar = useLoaded(readCalendar, version + retries)
  const mail = useLoaded(readMail, version + retries)

  return (
    <FluentProvider theme={outlookTheme} className="themed">
      <section className="window" aria-label={outlookWords.window(person.name)}>
        <div className="window-head">
          <Mail20Regular aria-hidden="true" className="outlook-mark" />
          <h2 className="window-title">{outlookWords.window(person.name)}</h2>
          <TabList
            size="small"
            aria-label={outlookWords.pages}
            selectedValue={place.outlook}
            onTabSelect={(_, { value }) => go({ outlook: value as Place['outlook'] })}
          >
            <Tab value="mail">{outlookWords.mail}</Tab>
            <Tab value="calendar">{outlookWords.calendar}</Tab>
          </TabList>
        </div>
        {place.outlook === 'mail' ? (
          <MailPage mail={mail} calendar={calendar} tryAgain={tryAgain} />
        ) : (
          <CalendarPage calendar={calendar} tryAgain={tryAgain} />
        )}
      </section>
    </FluentProvider>
  )
}
