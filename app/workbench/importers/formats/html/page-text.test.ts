import { describe, expect, it } from 'vitest'

import { pageText } from './page-text.ts'
import { parsePage } from './page.ts'

async function textOf(body: string): Promise<string> {
  return pageText((await parsePage(`<html><head></head><body>${body}</body></html>`)).body)
}

describe('the text of a page', () => {
  it.each([
    ['paragraphs', '<p>One</p>\n<p>Two\n  words</p>', 'One\n\nTwo words'],
    ['headings', '<h1>Head</h1><div>Line</div><div>Line</div>', 'Head\n\nLine\nLine'],
    ['inline elements', 'a<b>b</b> <i> c</i>d <a href=x>e </a>', 'ab cd e'],
    ['line breaks', 'a<br>b <br> <br/>c<br><br><br>d<p>e<br></p>f', 'a\nb\n\nc\n\nd\n\ne\n\nf'],
    ['lists', '<ul><li>a<li><p>b</p><ol><li>c</ol></ul>d', 'a\nb\nc\n\nd'],
    [
      'tables',
      '<table><caption>T</caption><tr><th>A <th>B</tr><tr><td><p>1</p><p>x</p></td><td>2</td></tr></table>z',
      'T\nA\tB\n1\nx\t2\n\nz',
    ],
    ['empty cells', '<table><tr><td></td><td>b</td><td> </td></tr></table>', '\tb'],
    [
      'tables in tables',
      '<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>',
      'a\tb\tc',
    ],
    ['preformatted text', 'a<pre>\n  b\n\tc  \n\n</pre>d', 'a\n\n  b\n\tc  \n\nd'],
    [
      'entities',
      'a&amp;b&nbsp;c &ldquo;d&rdquo; &#x1F468;&#8205;&#x1F469; &lt;p&gt;',
      'a&b\u00a0c “d” 👨\u200d👩 <p>',
    ],
    ['quotation elements', 'He said <q>no</q>.', 'He said “no”.'],
    [
      'what nobody reads',
      'a<script>x()</script><style>p{}</style><template>t</template><noscript>n</noscript><svg><text>s</text></svg><p hidden>h</p><div style="color:red; display: none">p</div><!-- c --><button>Share</button>b',
      'ab',
    ],
    ['white space alone', ' \n <p> </p> <div>\n</div> ', ''],
    ['sign of less', 'a < b and 2 <3', 'a < b and 2 <3'],
  ])('has %s', async (_, body, text) => {
    expect(await textOf(body)).toBe(text)
  })

  it('takes no longer for each piece of a long line', async () => {
    const text = await textOf(`${'<b>x</b> '.repeat(100_000)}${' '.repeat(1_000_000)}y`)
    expect(text).toHaveLength(200_001)
  })
})
