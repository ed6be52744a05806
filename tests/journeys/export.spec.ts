import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { unzipSync } from 'fflate'
import { z } from 'zod'

import { expectAccessibleInThemes } from '../workbench/accessibility.ts'
import { expectAnnotations } from '../workbench/annotations.ts'
import { dragOver } from '../workbench/article.ts'
import { expect, test } from '../workbench/test.ts'

const schemas = join(import.meta.dirname, '../../resources/schemas')

/** The part of a dataset that the slices are checked in. */
const documentSchema = z.object({
  text: z.string(),
  annotations: z.array(
    z.object({
      label: z.string(),
      quote: z.string(),
      spans: z.array(z.object({ startCodePoint: z.number(), endCodePoint: z.number() })),
    }),
  ),
})

const datasetSchema = z.object({ documents: z.array(documentSchema) })

/** What each annotation says and what the text says at its place, counted in code points. */
function slicesOf({ text, annotations }: z.infer<typeof documentSchema>) {
  const codePoints = Array.from(text)
  return annotations.map(({ label, quote, spans }) => ({
    label,
    quote,
    sliced: spans.map((span) => codePoints.slice(span.startCodePoint, span.endCodePoint).join('')),
  }))
}

for (const { format, schema, documentsIn } of [
  {
    format: 'JSON',
    schema: 'verbatim-dataset.schema.json',
    documentsIn: (dataset: readonly unknown[]) =>
      dataset.flatMap((one) => datasetSchema.parse(one).documents),
  },
  {
    format: 'JSON Lines',
    schema: 'verbatim-dataset-jsonl.schema.json',
    documentsIn: (dataset: readonly unknown[]) => dataset.map((one) => documentSchema.parse(one)),
  },
]) {
  test(`a project exported as ${format} follows its schema and slices back to its quotes`, async ({
    start,
  }) => {
    const { page, exportFile } = await start(null)
    await page.getByRole('button', { name: 'Open the sample' }).click()
    await expectAnnotations(page, 18)
    await dragOver(page, 'was handing out bottled water')
    await page.keyboard.press('1')
    await expectAnnotations(page, 19)
    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await dialog.getByText(format, { exact: true }).first().click()
    await expect(dialog.getByRole('radio', { name: format, exact: true })).toBeChecked()
    const text = await readFile(await exportFile(), 'utf8')

    const dataset: unknown[] =
      format === 'JSON'
        ? [JSON.parse(text)]
        : text
            .trimEnd()
            .split('\n')
            .map((line): unknown => JSON.parse(line))
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
    for (const name of await readdir(schemas)) {
      ajv.addSchema(JSON.parse(await readFile(join(schemas, name), 'utf8')))
    }
    for (const one of dataset) {
      ajv.validate(schema, one)
      expect(ajv.errors ?? []).toEqual([])
    }

    const slices = documentsIn(dataset).flatMap(slicesOf)
    expect(slices).toHaveLength(19)
    for (const { quote, sliced } of slices) expect(sliced.join(' ')).toBe(quote)
    expect(slices.map(({ label, quote }) => `${label}: ${quote}`)).toContain(
      'claim: was handing out bottled water',
    )
  })
}

test('a format that cannot hold everything says so before and after, and its files are right', async ({
  start,
}) => {
  const { page, exportFile } = await start(null)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expectAnnotations(page, 18)
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('brat', { exact: true }).first().click()
  await expect(dialog.getByText('Offsets in code points.')).toBeVisible()
  await dialog.getByText(/^What is left out/).click()
  await expect(dialog.getByText('It does not say who made an annotation.')).toBeVisible()
  await expectAccessibleInThemes(page, 'what a format cannot hold')

  const files = unzipSync(await readFile(await exportFile()))
  expect(Object.keys(files).filter((name) => !name.endsWith('.conf'))).toHaveLength(2)
  await expect(dialog.getByRole('row', { name: 'Annotations 18 18' })).toBeVisible()
  await expect(dialog.getByText('It does not say who made an annotation.')).toBeVisible()
  await expectAccessibleInThemes(page, 'the report of an export')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
})

test('only what is done, or only one label, is exported where that is chosen', async ({
  start,
}) => {
  const { page, exportFile } = await start(null)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expectAnnotations(page, 18)
  await page.getByRole('button', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByRole('combobox', { name: 'Annotations' }).selectOption('Denial')
  const denials = datasetSchema.parse(JSON.parse(await readFile(await exportFile(), 'utf8')))
  const labels = denials.documents.flatMap(({ annotations }) => annotations.map((one) => one.label))
  expect(new Set(labels)).toEqual(new Set(['denial']))

  await page.getByRole('button', { name: 'Export…' }).click()
  await dialog.getByRole('combobox', { name: 'Documents' }).selectOption('Only: done')
  const done = datasetSchema.parse(JSON.parse(await readFile(await exportFile(), 'utf8')))
  expect(done.documents).toEqual([])
})
