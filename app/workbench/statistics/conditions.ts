import type { CountFilter, CountRequest } from '../../../shared/contract.ts'

/** A condition on rows of `fact`, with what its parameters stand for. */
export type Condition = {
  readonly sql: string
  readonly values: Readonly<Record<string, string>>
}

/** Whether a part of the filter leaves any row out. */
function isSet(filter: CountFilter, part: keyof CountFilter): boolean {
  return filter[part].length > 0
}

/** The filter as a condition, without those of its parts that are excepted. */
export function conditionOf(
  filter: CountFilter,
  denies: CountRequest['denies'],
  except: readonly (keyof CountFilter)[] = [],
): Condition {
  const wanted = (part: keyof CountFilter) => isSet(filter, part) && !except.includes(part)
  const sql: string[] = []
  const values: Record<string, string> = {}
  const among = (part: 'labels' | 'speakers' | 'sources' | 'annotators', condition: string) => {
    if (!wanted(part)) return
    sql.push(condition)
    values[part] = JSON.stringify(filter[part])
  }
  const given = (part: string) => `(SELECT value FROM json_each(:${part}))`
  among('labels', `fact.label IN (SELECT rowid FROM labels WHERE id IN ${given('labels')})`)
  among(
    'speakers',
    `fact.id IN (SELECT fact FROM named
      WHERE speaker IN (SELECT rowid FROM speakers WHERE id IN ${given('speakers')}))`,
  )
  among('sources', `fact.source IN (SELECT id FROM source WHERE name IN ${given('sources')})`)
  among(
    'annotators',
    `fact.annotator IN (SELECT id FROM annotator WHERE name IN ${given('annotators')})`,
  )
  if (wanted('dates')) sql.push(withinDates(filter.dates))
  if (wanted('denials')) {
    sql.push(`fact.id IN (
      SELECT link.origin FROM json_each(:denials) AS pair
        JOIN speakers AS denier ON denier.id = pair.value ->> '$.from'
        JOIN speakers AS denied ON denied.id = pair.value ->> '$.to'
        JOIN link ON link.type = :type AND origin_speaker = denier.rowid AND target_speaker = denied.rowid)`)
    values['denials'] = JSON.stringify(filter.denials)
    values['type'] = denies?.relationType ?? ''
  }
  return { sql: sql.length === 0 ? 'TRUE' : sql.join(' AND '), values }
}

/** Days as `yyyymmdd`, which a year or a month is a range of. The dates are digits: their schema sees to that. */
function withinDates(dates: CountFilter['dates']): string {
  const ranges = dates.map((date) => {
    const digits = date.replaceAll('-', '')
    return `fact.day BETWEEN ${digits.padEnd(8, '0')} AND ${digits.padEnd(8, '9')}`
  })
  return `(${ranges.join(' OR ')})`
}
