import type { AttributeValues } from '../../../shared/model/attribute.ts'
import type { Dataset } from '../comparable-dataset.fixture.ts'

/** Attributes whose names no XML name or programming language takes, of every kind of value; sorted as datasets have them. */
const attributes: AttributeValues = {
  '1st': true,
  count: '12',
  label: 'free\u0001',
  'page-no.2': 'a',
  truth: 'true',
  Ключ: ['one', '', ' two\n'],
  𝒜: -0.5,
}

/** The same dataset with control characters, escapes and white space in every field that takes any text. */
export function awkwardFields(dataset: Dataset): Dataset {
  return {
    ...dataset,
    documents: dataset.documents.map(({ document, relations }) => ({
      relations,
      document: {
        ...document,
        source: 'wire\u0002 \\u0041',
        date: ' about\t1999\r\n',
        metadata: { 'a\u0003"<\n': ' \u0000\\u0000 ', b: '' },
        annotations: document.annotations.map((annotation) => ({
          ...annotation,
          attributes,
          note: `\r\n${annotation.note ?? ''}\u001f\ufffe]]>&amp; `,
          annotator: 'A\tB\u0008',
        })),
      },
    })),
  }
}
