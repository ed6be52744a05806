import { memo } from 'react'
import Markdown, { type Components } from 'react-markdown'

/** Headings stand below the label's name; addresses are shown and not followed, pictures are named. */
const components: Components = {
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h5>{children}</h5>,
  h3: ({ children }) => <h6>{children}</h6>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
  a: ({ children, href }) => (
    <span>
      {children}
      {/* An address that could run something is emptied before it comes here. */}
      {href === undefined || href === '' || href === children ? null : (
        <span className="guideline-address"> ({href})</span>
      )}
    </span>
  ),
  img: ({ alt }) => <em>{alt}</em>,
}

/** A guideline set for reading. HTML in it is left out. It is read again only where it is another one, not with each tag. */
export const GuidelineText = memo(function GuidelineText({
  markdown,
}: {
  readonly markdown: string
}) {
  return (
    <div className="guideline-text" dir="auto">
      <Markdown components={components} skipHtml>
        {markdown}
      </Markdown>
    </div>
  )
})
