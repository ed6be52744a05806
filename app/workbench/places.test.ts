import { expect, test } from 'vitest'

import { createPlaces } from './places.ts'
import { codeOf } from './project/project.fixture.ts'

test('a ticket stands for its path and tells nothing of it', () => {
  const places = createPlaces()
  const ticket = places.issue('/home/ada/a.txt')
  expect(ticket).toMatch(/^[0-9a-f]{32}$/)
  expect(places.issue('/home/ada/a.txt')).toBe(ticket)
  expect(places.issue('/home/ada/b.txt')).not.toBe(ticket)
  expect(places.resolve(ticket)).toEqual({ ok: true, value: '/home/ada/a.txt' })
  expect(codeOf(places.resolve('0'.repeat(32)))).toBe('notFound')
})

test('the tickets not used for longest go first', () => {
  const places = createPlaces(2)
  const [one, two] = [places.issue('/1'), places.issue('/2')]
  places.resolve(one)
  const three = places.issue('/3')
  expect([one, two, three].map((ticket) => codeOf(places.resolve(ticket)))).toEqual([
    'ok',
    'notFound',
    'ok',
  ])
})
