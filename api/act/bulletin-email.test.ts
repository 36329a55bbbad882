import { expect, test } from 'vitest'
import type { BulletinPage } from '../../domain/bulletin/page.ts'
import { sessionId } from '../../domain/kernel/ids.ts'
import { towerHamlets } from '../../domain/testing/builders.ts'
import { testProfile } from '../testing/council.ts'
import { bulletinEmail } from './bulletin-email.ts'

const instead = [{ line: 'Or in your own time: Slides & notes.', link: 'https://www.example.org/slides' }]
const title = 'Chairing a difficult meeting'
const page: BulletinPage = {
  subject: 'Member Bulletin',
  name: 'Member Bulletin',
  headline: 'Thamesbrook Council',
  asks: [{ sessionId: sessionId('s1'), title, heading: `Can you come to ${title}?`, lines: ['Tuesday 27 October.'], instead }],
  sections: [{ id: 'new', heading: 'New', items: [{ title, lines: ['Tuesday 3 November.'], instead }] }],
}

test('C4.7 what can be done in one’s own time leads to where it is, in both forms, where a session is asked and where it is listed', () => {
  const { html, text } = bulletinEmail(page, { profile: testProfile, issue: 'issue-2026-w42', rulebook: towerHamlets })
  expect(html.match(/<a href="https:\/\/www\.example\.org\/slides"[^>]*>Or in your own time: Slides &amp; notes\.<\/a>/g)).toHaveLength(2)
  expect(text.match(/Or in your own time: Slides & notes\.\nhttps:\/\/www\.example\.org\/slides/g)).toHaveLength(2)
})
