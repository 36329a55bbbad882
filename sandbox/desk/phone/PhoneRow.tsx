import { Link } from '@fluentui/react-components'
import { Call20Regular, Chat20Regular } from '@fluentui/react-icons'
import { useDesk } from '../desk-context.ts'
import { shortName } from '../people/people.ts'
import { isToRing, lastCancelled, type PhoneToPick } from './cancelled.ts'
import { phoneWords } from './words.ts'

/** After a cancellation: what it did in one sentence, and the phones that buzzed, to pick up. */
export function PhoneRow({ everything }: { readonly everything: () => void }) {
  const { sandbox, story } = useDesk()
  const cancelled = lastCancelled(sandbox, story.story)
  if (!cancelled) return null
  const toRing = cancelled.phones.filter(({ person }) => !person.mobile).length
  return (
    <section className="phone-row" aria-label={phoneWords.row}>
      <div className="phone-row-head">
        <h2>{phoneWords.cancelled(cancelled.calendars, cancelled.phones.length - toRing, toRing)}</h2>
        <Link as="button" onClick={everything}>
          {phoneWords.everything}
        </Link>
      </div>
      <ul>
        {cancelled.phones.map((phone) => (
          <PhoneCard key={phone.person.id} phone={phone} />
        ))}
      </ul>
    </section>
  )
}

function PhoneCard({ phone }: { readonly phone: PhoneToPick }) {
  const { place, go } = useDesk()
  const { person, text } = phone
  const ring = isToRing(phone)
  const state = !person.mobile ? phoneWords.noMobileShort : ring ? phoneWords.failedShort : phoneWords.states[text?.status ?? 'sending']
  const chosen = place.phone === person.id
  return (
    <li>
      <button
        type="button"
        className={chosen ? 'phone-card phone-card-chosen' : 'phone-card'}
        aria-pressed={chosen}
        onClick={() => go({ phone: person.id })}
      >
        <span className="phone-small" aria-hidden="true">
          {person.mobile ? <Chat20Regular /> : <Call20Regular />}
        </span>
        <span>
          <span className="phone-card-name">{shortName(person.name)}</span>
          <span className={ring ? 'phone-card-state phone-card-ring' : 'phone-card-state'}>{state}</span>
        </span>
      </button>
    </li>
  )
}
