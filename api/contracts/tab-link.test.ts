import { expect, test } from 'vitest'
import { linkToTab } from './tab-link.ts'

test('a link opens the page of the tab that it names, from an email and from the pane alike', () => {
  expect(linkToTab('app 1', 'session/s1/decide')).toBe(
    'https://teams.microsoft.com/l/entity/app%201/home?context=%7B%22subEntityId%22%3A%22session%2Fs1%2Fdecide%22%7D',
  )
})
