import type { MyBulletins } from '../../../api/contracts/bulletin.ts'
import { fullDay } from '../../ui/words-of-time.ts'

type Past = MyBulletins['issues'][number]

export const words = {
  title: 'Bulletin',
  none: 'No issue has been sent yet. When one is, it comes by email and can be read again here.',
  past: 'Past issues',
  back: 'Bulletin',
  forYou: 'For you, as it stands now',
  answer: 'Answer',
  read: (issue: Past) => `${fullDay(issue.sentAt)}, issue ${issue.number}`,
}

export function leadWords({ issues }: MyBulletins): string | undefined {
  const [latest] = issues
  return latest && `The latest is of ${fullDay(latest.sentAt)}. Each comes by email, and all of them stay here.`
}
