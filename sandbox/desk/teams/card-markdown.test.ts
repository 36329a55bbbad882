import { expect, test } from 'vitest'
import { cardMarkdown } from './card-markdown.ts'

test.each([
  ['**54 calendars cleared**: 50 Members', '<strong>54 calendars cleared</strong>: 50 Members'],
  ['_quietly_ a snake_case_word', '<em>quietly</em> a snake_case_word'],
  ['One\nTwo', 'One<br>Two'],
  ['- One\n- **Two**\nAfter', '<ul><li>One</li><li><strong>Two</strong></li></ul>After'],
  ['1. One\n2. Two', '<ol><li>One</li><li>Two</li></ol>'],
  [String.raw`5 \* 3, a\_b\_c, \[sic\], \\`, String.raw`5 * 3, a_b_c, [sic], \ `.trimEnd()],
  ['[Ring](tel:01632960118)', '<a href="tel:01632960118" target="_blank" rel="noreferrer">Ring</a>'],
])('%j is shown as Teams shows it', (markdown, html) => {
  expect(cardMarkdown(markdown)).toBe(html)
})

test('what is written in a card cannot become an element or a script', () => {
  expect(cardMarkdown('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)&gt;')
  expect(cardMarkdown('[x](javascript:alert(1))')).toBe('[x](javascript:alert(1))')
  expect(cardMarkdown('[x](https://a.example/"onmouseover="y)')).not.toContain('"onmouseover')
})
