import type { DatabaseSync } from 'node:sqlite'

import {
  mostCounted,
  type CountFilter,
  type CountRequest,
  type Counts,
  type CountUnit,
} from '../../../shared/contract.ts'
import { integerIn, textIn, textOrNullIn } from '../project/tables/columns.ts'
import { conditionOf, type Condition } from './conditions.ts'
import { numberOf } from './number-of.ts'

/** Counts annotations by everything that is plotted of them. Needs `gatherFacts`. */
export function countAnnotations(db: DatabaseSync, request: CountRequest): Counts {
  const { filter, denies, unit } = request
  const without = (...parts: readonly (keyof CountFilter)[]) => conditionOf(filter, denies, parts)
  return {
    all: numberOf(db, 'SELECT count(*) FROM fact', {}),
    annotations: countWhere(db, without()),
    byLabel: byLabel(db, without('labels')),
    bySpeaker: bySpeaker(db, without('speakers')),
    bySource: bySource(db, without('sources')),
    overTime: overTime(
      db,
      without(...(isAsFine(filter.dates, unit) ? ['dates' as const] : [])),
      unit,
    ),
    denials: denies === null ? null : denials(db, without('denials'), denies.relationType),
    undenied: denies === null ? null : undenied(db, without('labels'), denies),
  }
}

function countWhere(db: DatabaseSync, { sql, values }: Condition): number {
  return numberOf(db, `SELECT count(*) FROM fact WHERE ${sql}`, values)
}

function byLabel(db: DatabaseSync, { sql, values }: Condition): Counts['byLabel'] {
  const rows = db.prepare(`
    SELECT labels.id, number FROM (SELECT label, count(*) AS number FROM fact WHERE ${sql} GROUP BY label)
      JOIN labels ON labels.rowid = label ORDER BY position`)
  return rows
    .all(values)
    .map((row) => ({ label: textIn(row, 'id'), count: integerIn(row, 'number') }))
}

function bySpeaker(db: DatabaseSync, { sql, values }: Condition): Counts['bySpeaker'] {
  // The join only where there is a condition: counting by index alone is much quicker.
  const from =
    sql === 'TRUE' ? 'named' : `fact CROSS JOIN named ON named.fact = fact.id WHERE ${sql}`
  const rows = db.prepare(`
    WITH counted AS (SELECT speaker, count(DISTINCT named.fact) AS number FROM ${from} GROUP BY speaker),
      ranked AS (SELECT *, row_number() OVER (ORDER BY number DESC, speaker) AS rank FROM counted)
    SELECT speakers.id, number, 1 AS speakers, rank FROM ranked JOIN speakers ON speakers.rowid = speaker
      WHERE rank <= ${mostCounted.speakers}
    UNION ALL SELECT NULL, sum(number), count(*), max(rank) FROM ranked WHERE rank > ${mostCounted.speakers} HAVING count(*) > 0
    ORDER BY rank`)
  const counted = rows.all(values)
  const rest = counted.find(({ id }) => id === null)
  return {
    top: counted
      .filter((row) => row !== rest)
      .map((row) => ({ speaker: textIn(row, 'id'), count: integerIn(row, 'number') })),
    others: {
      speakers: rest === undefined ? 0 : integerIn(rest, 'speakers'),
      count: rest === undefined ? 0 : integerIn(rest, 'number'),
    },
    nobody: numberOf(db, `SELECT count(*) FROM fact WHERE ${sql} AND NOT voiced`, values),
  }
}

function bySource(db: DatabaseSync, { sql, values }: Condition): Counts['bySource'] {
  const counted = db
    .prepare(`
      SELECT name, number FROM (SELECT source, count(*) AS number FROM fact WHERE ${sql} GROUP BY source)
        LEFT JOIN source ON source.id = source ORDER BY number DESC, name`)
    .all(values)
    .map((row) => ({ source: textOrNullIn(row, 'name'), count: integerIn(row, 'number') }))
  const known = counted.flatMap(({ source, count }) => (source === null ? [] : [{ source, count }]))
  const rest = known.slice(mostCounted.sources)
  return {
    top: known.slice(0, mostCounted.sources),
    others: { sources: rest.length, count: rest.reduce((sum, { count }) => sum + count, 0) },
    unknown: counted.find(({ source }) => source === null)?.count ?? 0,
  }
}

/** What `yyyymmdd` is divided by for a period of each unit. */
const divisors: Readonly<Record<CountUnit, number>> = { day: 1, month: 100, year: 10_000 }
const lengths: Readonly<Record<CountUnit, number>> = { day: 10, month: 7, year: 4 }

/** Whether the plot over time shows all the dates of a filter: else it shows only what is within them. */
function isAsFine(dates: CountFilter['dates'], unit: CountUnit): boolean {
  return dates.every(({ length }) => length >= lengths[unit])
}

function overTime(
  db: DatabaseSync,
  { sql, values }: Condition,
  unit: CountUnit,
): Counts['overTime'] {
  const period = `(day / ${divisors[unit]})`
  const isFine = unit === 'year' ? 'day > 0' : `${period} % 100 > 0`
  const rows = db.prepare(`
    WITH daily AS (SELECT label, day, count(*) AS number FROM fact WHERE ${sql} GROUP BY label, day),
      counted AS (
        SELECT iif(${isFine}, ${period}, NULL) AS period, label, sum(number) AS number FROM daily GROUP BY 1, 2
      ), ranked AS (SELECT *, dense_rank() OVER (ORDER BY period DESC) AS rank FROM counted)
    SELECT period, labels.id, number, rank FROM ranked JOIN labels ON labels.rowid = label ORDER BY period, position`)
  const periods: Counts['overTime']['periods'][number][] = []
  let [earlier, undated] = [0, 0]
  for (const row of rows.iterate(values)) {
    const number = integerIn(row, 'number')
    if (row['period'] === null) undated += number
    else if (integerIn(row, 'rank') > mostCounted.periods) earlier += number
    else {
      const label = textIn(row, 'id')
      periods.push({ period: periodText(integerIn(row, 'period')), label, count: number })
    }
  }
  return { periods, earlier, undated }
}

/** `20240531` as `2024-05-31`, `202405` as `2024-05`. */
function periodText(period: number): string {
  const digits = String(period)
  const padded = digits.padStart(digits.length <= 4 ? 4 : digits.length <= 6 ? 6 : 8, '0')
  return [padded.slice(0, 4), padded.slice(4, 6), padded.slice(6)].filter(Boolean).join('-')
}

/**
 * Denials of which either end fits: who looks at claims wants to see who denies them. One that denies several things that
 * the same person said counts once, as it is found once.
 */
function denials(
  db: DatabaseSync,
  { sql, values }: Condition,
  type: string,
): NonNullable<Counts['denials']> {
  const fitting = (end: string) => `EXISTS (SELECT 1 FROM fact WHERE fact.id = ${end} AND ${sql})`
  const fits = sql === 'TRUE' ? sql : `(${fitting('origin')} OR ${fitting('target')})`
  const rows = db.prepare(`
    WITH pair AS (
        SELECT origin_speaker, target_speaker, count(DISTINCT origin) AS number FROM link
        WHERE link.type = :relation AND ${fits} GROUP BY 1, 2
      ),
      denier AS (SELECT origin_speaker FROM pair GROUP BY 1 ORDER BY sum(number) DESC, 1 LIMIT ${mostCounted.deniers}),
      denied AS (SELECT target_speaker FROM pair GROUP BY 1 ORDER BY sum(number) DESC, 1 LIMIT ${mostCounted.deniers})
    SELECT 1 AS shown, denier.id AS denier, denied.id AS denied, number FROM pair
      LEFT JOIN speakers AS denier ON denier.rowid = origin_speaker
      LEFT JOIN speakers AS denied ON denied.rowid = target_speaker
      WHERE origin_speaker IN denier AND target_speaker IN denied
    UNION ALL SELECT 0, NULL, NULL, coalesce(sum(number), 0) FROM pair
      WHERE origin_speaker NOT IN denier OR target_speaker NOT IN denied
    ORDER BY number DESC, 2, 3`)
  const counted = rows.all({ ...values, relation: type })
  return {
    cells: counted
      .filter(({ shown }) => shown === 1)
      .map((row) => ({
        from: textOrNullIn(row, 'denier'),
        to: textOrNullIn(row, 'denied'),
        count: integerIn(row, 'number'),
      })),
    others: counted
      .filter(({ shown }) => shown === 0)
      .reduce((sum, row) => sum + integerIn(row, 'number'), 0),
  }
}

function undenied(
  db: DatabaseSync,
  { sql, values }: Condition,
  { relationType, label }: NonNullable<CountRequest['denies']>,
): NonNullable<Counts['undenied']> {
  const labelled = `fact.label = (SELECT rowid FROM labels WHERE id = :label) AND ${sql}`
  const denied = 'SELECT target FROM link WHERE type = :relation'
  return {
    all: numberOf(db, `SELECT count(*) FROM fact WHERE ${labelled}`, { ...values, label }),
    undenied: numberOf(
      db,
      `SELECT count(*) FROM fact WHERE ${labelled} AND id NOT IN (${denied})`,
      { ...values, label, relation: relationType },
    ),
  }
}
