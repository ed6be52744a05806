import { fieldsOf, isObject } from '../../foreign-metadata.ts'

type Fields = Readonly<Record<string, unknown>>

/** Fields that JSON-MIN puts beside those of the data and of the controls. */
const own = [
  'id',
  'annotator',
  'annotation_id',
  'created_at',
  'updated_at',
  'lead_time',
  'agreement',
]

/** Whether an item is a task of JSON-MIN: its data and its results by control, side by side. */
export function isMinimal(value: unknown): value is Fields {
  return isObject(value) && !isObject(value['data']) && !('annotations' in value)
}

/**
 * A task of JSON-MIN in the form of JSON (label-studio-sdk, `converter.py`, `convert_to_json_min`). Lists of labelled
 * offsets are the regions; a choice or a text that somebody wrote cannot be told from data, and is taken for that.
 */
export function taskOfMinimal(item: Fields): Fields {
  const fields = [...fieldsOf(item, own)]
  const regions = fields.flatMap(([name, value]) =>
    isRegions(value) ? value.map((region, index) => resultOf(name, region, index)) : [],
  )
  const set = {
    completed_by: item['annotator'],
    created_at: item['created_at'],
    updated_at: item['updated_at'],
    result: regions,
  }
  const data = Object.fromEntries(fields.filter(([, value]) => !isRegions(value)))
  return { id: item['id'], data, annotations: [set] }
}

function isRegions(value: unknown): value is readonly Fields[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => isObject(each) && 'start' in each && 'end' in each)
  )
}

function resultOf(name: string, region: Fields, index: number): Fields {
  const type = 'hypertextlabels' in region ? 'hypertextlabels' : 'labels'
  return { id: `${name}-${index}`, from_name: name, to_name: '', type, value: region }
}
