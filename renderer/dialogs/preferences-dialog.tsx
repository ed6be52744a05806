import { useState } from 'react'
import {
  Button,
  Input,
  Label,
  Radio,
  RadioGroup,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  TextField,
} from 'react-aria-components'

import { t } from '../../shared/language/translate.ts'
import {
  backupsKeptRange,
  lineHeightRange,
  measureRange,
  textSizeRange,
  themes,
  typefaces,
  type Preferences,
} from '../../shared/preferences.ts'
import {
  lineHeightInWords,
  setUsualAppearance,
  themeName,
  typefaceName,
} from '../commands/appearance-commands.ts'
import { setPreferences } from '../commands/preferences.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { BackupSettings } from './backup-settings.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import { LanguageField } from './language-field.tsx'

import './preferences-dialog.css'

/** How somebody likes to work. Every change is seen and kept at once. */
export function PreferencesDialog() {
  const session = useSession()
  const preferences = useWorkbench((state) => state.preferences)
  if (preferences === null) return null
  const set = (change: Partial<Preferences>): void => void setPreferences(session, change)
  return (
    <DialogFrame
      onClose={() => {
        session.store.setState({ dialog: null })
      }}
      title={t('dialogs:preferences.title')}
    >
      <AnnotatorField annotator={preferences.annotator} />
      <LanguageField language={preferences.language} onChange={(language) => set({ language })} />
      <Options
        label={t('dialogs:preferences.theme')}
        nameOf={themeName}
        onChange={(theme) => {
          set({ theme })
        }}
        options={themes}
        value={preferences.theme}
      />
      <Options
        label={t('dialogs:preferences.typeface')}
        nameOf={typefaceName}
        onChange={(typeface) => {
          set({ typeface })
        }}
        options={typefaces}
        value={preferences.typeface}
      />
      <Range
        label={t('dialogs:preferences.textSize')}
        onChange={(textSize) => {
          set({ textSize })
        }}
        range={textSizeRange}
        unit={(size) => t('dialogs:preferences.pixels', { size })}
        value={preferences.textSize}
      />
      <Range
        label={t('dialogs:preferences.lineLength')}
        onChange={(measure) => {
          set({ measure })
        }}
        range={measureRange}
        unit={(count) => t('dialogs:preferences.characters', { count })}
        value={preferences.measure}
      />
      <Range
        label={t('dialogs:preferences.lineHeight')}
        onChange={(lineHeight) => {
          set({ lineHeight })
        }}
        range={{ ...lineHeightRange, step: 5 }}
        unit={lineHeightInWords}
        value={preferences.lineHeight}
      />
      <p className="preferences-sample">{t('dialogs:preferences.sample')}</p>
      <Range
        label={t('dialogs:preferences.backupsKept')}
        onChange={(backupsKept) => {
          set({ backupsKept })
        }}
        range={backupsKeptRange}
        unit={(count) => t('dialogs:preferences.ofEachProject', { count })}
        value={preferences.backupsKept}
      />
      <BackupSettings />
      <div className="dialog-actions">
        <Button
          className="button button-quiet"
          onPress={() => {
            setUsualAppearance(session)
          }}
        >
          {t('dialogs:preferences.usualAppearance')}
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ dialog: 'keys' })
          }}
        >
          {t('dialogs:preferences.keys')}
        </Button>
        <Button className="button button-primary" slot="close">
          {t('common:close')}
        </Button>
      </div>
    </DialogFrame>
  )
}

/** The name is kept when the field is left: half a name would get into annotations. */
function AnnotatorField({ annotator }: { readonly annotator: string }) {
  const session = useSession()
  const [typed, setTyped] = useState(annotator)
  const keep = (): void => {
    const name = typed.trim().slice(0, 200)
    if (name === '') setTyped(annotator)
    else if (name !== annotator) void setPreferences(session, { annotator: name })
  }
  return (
    <TextField
      className="field"
      onBlur={keep}
      onChange={setTyped}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep()
      }}
      value={typed}
    >
      <Label>{t('dialogs:preferences.name')}</Label>
      <Input autoComplete="off" className="input" />
    </TextField>
  )
}

function Options<Option extends string>(props: {
  readonly label: string
  readonly options: readonly Option[]
  readonly nameOf: (option: Option) => string
  readonly value: Option
  readonly onChange: (option: Option) => void
}) {
  return (
    <RadioGroup
      className="field"
      onChange={(value) => {
        const option = props.options.find((one) => one === value)
        if (option !== undefined) props.onChange(option)
      }}
      orientation="horizontal"
      value={props.value}
    >
      <Label>{props.label}</Label>
      <div className="preferences-choices">
        {props.options.map((option) => (
          <Radio className="choice" key={option} value={option}>
            {props.nameOf(option)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

function Range(props: {
  readonly label: string
  readonly range: { readonly min: number; readonly max: number; readonly step?: number }
  readonly unit: (value: number) => string
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <Slider
      className="slider"
      maxValue={props.range.max}
      minValue={props.range.min}
      onChange={props.onChange}
      step={props.range.step ?? 1}
      value={props.value}
    >
      <Label>{props.label}</Label>
      <SliderOutput className="slider-output">{props.unit(props.value)}</SliderOutput>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  )
}
