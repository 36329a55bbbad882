/**
 * The part of Markdown that cards in Teams understand: bold, italic, links, lists and new lines.
 * Everything else stays as it was typed, and nothing can become an element of its own.
 */
export function cardMarkdown(text: string): string {
  return unhidden(blocksOf(hidden(text).replaceAll('\r\n', '\n').split('\n')))
}

/** A mark after a backslash is itself and no Markdown: it is put out of sight while the rest is read, in characters nobody types. */
const marks = '\\*_[]'
const outOfSight = 0xe000

function hidden(text: string): string {
  return text.replaceAll(/\\([\\*_[\]])/g, (_, mark: string) => String.fromCodePoint(outOfSight + marks.indexOf(mark)))
}

function unhidden(html: string): string {
  return html.replaceAll(/[\uE000-\uE004]/g, (sign) => marks[(sign.codePointAt(0) ?? outOfSight) - outOfSight] ?? '')
}

function blocksOf(lines: readonly string[]): string {
  const blocks: string[] = []
  let list: { tag: 'ul' | 'ol'; items: string[] } | undefined
  for (const line of lines) {
    const item = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/.exec(line)
    if (!item) {
      list = undefined
      blocks.push(inline(line))
      continue
    }
    const tag = item[1] === undefined ? 'ul' : 'ol'
    if (list?.tag !== tag) list = { tag, items: [] }
    if (list.items.length > 0) blocks.pop()
    list.items.push(`<li>${inline(item[2] ?? '')}</li>`)
    blocks.push(`<${tag}>${list.items.join('')}</${tag}>`)
  }
  return blocks.map((block, place) => (place === 0 || /<\/?[uo]l>/.test(`${blocks[place - 1]}${block}`) ? block : `<br>${block}`)).join('')
}

function inline(text: string): string {
  return escaped(text)
    .replaceAll(/\[([^\]]{1,200})\]\((https?:[^\s)]{1,1000}|tel:[+\d\s-]{3,30})\)/g, '<a href="$2" target="_blank" rel="noreferrer">$1</a>')
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(?<![\w_])_([^_]+)_(?![\w_])/g, '<em>$1</em>')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
