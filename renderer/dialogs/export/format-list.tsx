import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components'

import {
  exportFormatSchema,
  type ExportFormat,
  type ExportFormatInfo,
} from '../../../shared/contract.ts'
import { t } from '../../../shared/language/translate.ts'
import { groupFormats } from './format-groups.ts'

/** Everything that a project can be written as, by what it is for. */
export function FormatList({
  formats,
  chosen,
  onChoose,
}: {
  readonly formats: readonly ExportFormatInfo[]
  readonly chosen: string
  readonly onChoose: (id: ExportFormat) => void
}) {
  return (
    <RadioGroup
      className="format-choice"
      onChange={(id) => {
        onChoose(exportFormatSchema.parse(id))
      }}
      value={chosen}
    >
      <Label className="visually-hidden">{t('jobs:export.format')}</Label>
      {groupFormats(formats).map(({ name, formats: ofGroup }) => (
        <div className="format-group" key={name}>
          <p className="format-group-name">{name}</p>
          {ofGroup.map((format) => (
            <RadioField className="format" key={format.id} value={format.id}>
              <RadioButton className="format-button">
                <span className="radio-mark" />
                {format.name}
              </RadioButton>
              <Text className="format-description" slot="description">
                {format.description}
              </Text>
            </RadioField>
          ))}
        </div>
      ))}
    </RadioGroup>
  )
}
