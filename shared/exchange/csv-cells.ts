/** What makes spreadsheet programs take a cell for a formula, and the apostrophe itself, so that the rule can be undone. */
const triggers = "=+\\-@\\t\\r\\n＝＋－＠'"

const begins = new RegExp(`^[${triggers}]`)
const isProtected = new RegExp(`^'[${triggers}]`)

/** Whether `protectedCell` changes a value. */
export function needsProtection(value: string): boolean {
  return begins.test(value)
}

/**
 * A value that no spreadsheet program runs as a formula: one that begins with a sign that could begin a formula
 * (https://owasp.org/www-community/attacks/CSV_Injection), or with an apostrophe, gets an apostrophe in front.
 */
export function protectedCell(value: string): string {
  return needsProtection(value) ? `'${value}` : value
}

/** The value that `protectedCell` made a cell of. */
export function valueOfCell(cell: string): string {
  return isProtected.test(cell) ? cell.slice(1) : cell
}

/** A row by RFC 4180: cells with a comma, a quotation mark or a line end stand in quotation marks; the row ends with CRLF. */
export function csvRow(cells: readonly string[]): string {
  const quoted = cells.map((cell) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  return `${quoted.join(',')}\r\n`
}
