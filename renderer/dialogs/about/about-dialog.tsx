import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'

import type { CallValue } from '../../../shared/contract.ts'
import { copyDiagnostics } from '../../commands/program-commands.ts'
import { useSession } from '../../store/use-session.ts'
import { DialogFrame } from '../dialog-frame.tsx'

import './about-dialog.css'

/** What Verbatim is, what it runs on, and the licences of everything in it. */
export function AboutDialog() {
  const session = useSession()
  const [about, setAbout] = useState<CallValue<'app.about'> | null>(null)
  useEffect(() => {
    void session.ask('app.about', {}).then(setAbout)
  }, [session])
  return (
    <DialogFrame
      onClose={() => {
        session.store.setState({ dialog: null })
      }}
      title="About Verbatim"
    >
      <p>
        Tags claims, quotes, denials and analysis in news articles, exact to the character. Works
        offline: nothing leaves this computer.
      </p>
      <dl className="versions">
        {about?.versions.map(({ name, version }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
      {about === null ? null : <Licences text={about.licences} />}
      <div className="dialog-actions">
        <Button className="button button-quiet" onPress={() => void copyDiagnostics(session)}>
          Copy diagnostics
        </Button>
        <Button className="button button-primary" slot="close">
          Close
        </Button>
      </div>
    </DialogFrame>
  )
}

function Licences({ text }: { readonly text: string | null }) {
  return (
    <div className="licences">
      <h3 id="licences-heading">Licences</h3>
      {text === null ? (
        <p className="dialog-remark">
          Verbatim is under the MIT licence. This build carries no list of the licences of the
          libraries in it.
        </p>
      ) : (
        <pre
          aria-labelledby="licences-heading"
          className="licences-text"
          role="region"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
          tabIndex={0}
        >
          {text}
        </pre>
      )}
    </div>
  )
}
