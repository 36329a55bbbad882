import { expect, test } from 'vitest'
import { linked, readPlace, writePlace } from './place.ts'

test('a place written into the address is read back the same', () => {
  const place = readPlace('#person=elspeth-rook&app=teams&teams=tab&path=sessions%2Fa%26b&phone=hugh-amblecote')
  expect(place).toMatchObject({ person: 'elspeth-rook', app: 'teams', path: 'sessions/a&b', phone: 'hugh-amblecote' })
  expect(readPlace(writePlace(place))).toEqual(place)
})

test('an address that says nothing, or nonsense, is the first place', () => {
  expect(readPlace('')).toEqual({ app: 'outlook', outlook: 'calendar', teams: 'tab' })
  expect(readPlace(`#app=excel&outlook=tasks&person=${'x'.repeat(65)}`)).toEqual({ app: 'outlook', outlook: 'calendar', teams: 'tab' })
})

test('a deep link into the app opens the tab at its sub page', () => {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: 'sessions/s-1' }))
  expect(linked(`https://teams.microsoft.com/l/entity/app/home?webUrl=x&context=${context}`)).toEqual({ kind: 'tab', path: 'sessions/s-1' })
  expect(linked('https://teams.cloud.microsoft/l/entity/app/home')).toEqual({ kind: 'tab', path: undefined })
  expect(linked('https://teams.microsoft.com/l/entity/app/home?context=%7Bbroken')).toEqual({ kind: 'tab', path: undefined })
})

test('other links are another window’s, and a script is nobody’s', () => {
  expect(linked('https://www.gov.uk/')).toEqual({ kind: 'outside', url: 'https://www.gov.uk/' })
  expect(linked('tel:01632960118')).toEqual({ kind: 'outside', url: 'tel:01632960118' })
  expect(linked('https://teams.microsoft.com.example.org/l/entity/app/home')).toMatchObject({ kind: 'outside' })
  expect(linked('javascript:alert(1)')).toBeUndefined()
  expect(linked('not a link')).toBeUndefined()
})
