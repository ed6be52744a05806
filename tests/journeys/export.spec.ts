import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { z } from 'zod'

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
      dataset.flatMap(
        (one) => z.object({ documents: z.array(documentSchema) }).parse(one).documents,
      ),
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
    await dialog.getByText(format, { exact: true }).click()
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
