import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'

import type { CallValue } from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
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
      title={t('dialogs:about.title')}
    >
      <p>{t('dialogs:about.lead')}</p>
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
          {t('dialogs:about.copyDiagnostics')}
        </Button>
        <Button className="button button-primary" slot="close">
          {t('common:close')}
        </Button>
      </div>
    </DialogFrame>
  )
}

function Licences({ text }: { readonly text: string | null }) {
  return (
    <div className="licences">
      <h3 id="licences-heading">{t('dialogs:about.licences')}</h3>
      {text === null ? (
        <p className="dialog-remark">{t('dialogs:about.noLicences')}</p>
      ) : (
        <pre
          aria-labelledby="licences-heading"
          className="licences-text"
          role="region"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
          tabIndex={0}
        >
          {text}
        </pre>
      )}
    </div>
  )
}
