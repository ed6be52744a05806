import { t } from '../../shared/language/translate.ts'
import { openPlace } from '../commands/projects.ts'
import { useSession } from '../store/use-session.ts'
import { ProjectChooser } from './project-chooser.tsx'

/** Opens a project, or makes a new one, where the browser has no dialog for it. */
export function OpenOrCreate({ purpose }: { readonly purpose: 'newProject' | 'openProject' }) {
  const session = useSession()
  const isNew = purpose === 'newProject'
  return (
    <ProjectChooser
      action={isNew ? t('dialogs:chooser.create') : t('dialogs:chooser.open')}
      onClose={() => {
        session.store.setState({ dialog: null })
      }}
      onPlace={({ ticket }) =>
        openPlace(session, isNew ? 'project.create' : 'project.open', ticket)
      }
      purpose={purpose}
      title={t(`dialogs:chooser.${purpose}`)}
    />
  )
}
