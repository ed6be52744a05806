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

import {
  backupsKeptRange,
  lineHeightRange,
  measureRange,
  textSizeRange,
  themes,
  typefaces,
  type Preferences,
} from '../../shared/preferences.ts'
import { setUsualAppearance, themeNames, typefaceNames } from '../commands/appearance-commands.ts'
import { setPreferences } from '../commands/preferences.ts'
import { useSession, useWorkbench } from '../store/use-session.ts'
import { BackupSettings } from './backup-settings.tsx'
import { DialogFrame } from './dialog-frame.tsx'

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
      title="Settings"
    >
      <AnnotatorField annotator={preferences.annotator} />
      <Choice
        label="Theme"
        names={themeNames}
        onChange={(theme) => {
          set({ theme })
        }}
        options={themes}
        value={preferences.theme}
      />
      <Choice
        label="Typeface of the article"
        names={typefaceNames}
        onChange={(typeface) => {
          set({ typeface })
        }}
        options={typefaces}
        value={preferences.typeface}
      />
      <Range
        label="Text size"
        onChange={(textSize) => {
          set({ textSize })
        }}
        range={textSizeRange}
        unit={(value) => `${value} px`}
        value={preferences.textSize}
      />
      <Range
        label="Line length"
        onChange={(measure) => {
          set({ measure })
        }}
        range={measureRange}
        unit={(value) => `${value} characters`}
        value={preferences.measure}
      />
      <Range
        label="Line height"
        onChange={(lineHeight) => {
          set({ lineHeight })
        }}
        range={{ ...lineHeightRange, step: 5 }}
        unit={(value) => (value / 100).toFixed(2)}
        value={preferences.lineHeight}
      />
      <p className="preferences-sample" lang="en">
        The ministry called the report “absurd”. Its own figures, published a week later, said
        otherwise.
      </p>
      <Range
        label="Backups kept"
        onChange={(backupsKept) => {
          set({ backupsKept })
        }}
        range={backupsKeptRange}
        unit={(value) => `${value} of each project`}
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
          Usual appearance
        </Button>
        <Button
          className="button button-quiet"
          onPress={() => {
            session.store.setState({ dialog: 'keys' })
          }}
        >
          Keys…
        </Button>
        <Button className="button button-primary" slot="close">
          Close
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
      <Label>Your name, as new annotations carry it</Label>
      <Input autoComplete="off" className="input" />
    </TextField>
  )
}

function Choice<Option extends string>(props: {
  readonly label: string
  readonly options: readonly Option[]
  readonly names: Readonly<Record<Option, string>>
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
            {props.names[option]}
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
