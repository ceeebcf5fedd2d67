import { nameCharacters } from '../projection/names.ts'
import { reversed } from '../projection/search.ts'

/** What was typed, as look-ups in the search rows. Each look-up answers with `no`. */

export type Why = 'name' | 'pinyin' | 'idTail' | 'certTail' | 'phone'

export interface LookUp {
  readonly why: Why
  readonly sql: string
  readonly values: readonly string[]
}

/** Greater than every text that begins with `start`. */
function after(start: string): string {
  return `${start}\u{10ffff}`
}

/** Full-width digits and letters count as plain ones. */
export function typed(text: string): string {
  return text.trim().replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
}

export function lookUpsFor(text: string): LookUp[] {
  const plain = typed(text)
  if (plain === '') return []
  const digits = plain.replace(/[\s-]/g, '').toUpperCase()
  if (/^\d+[X\d]?B?\d?$/.test(digits)) return numberLookUps(digits)
  if (/^[a-z\s]+$/i.test(plain)) return [range('pinyin', 'pinyin_initials', 'suffix', plain.replace(/\s/g, '').toLowerCase()), ...nameLookUps(plain)]
  return nameLookUps(plain)
}

function numberLookUps(digits: string): LookUp[] {
  const backwards = reversed(digits)
  const kindRange = (why: Why, kind: string, start: string): LookUp => ({
    why,
    sql: 'select no from tail where kind = ? and reversed >= ? and reversed < ?',
    values: [kind, start, after(start)],
  })
  const lookUps = [
    kindRange('idTail', 'id', backwards),
    kindRange('certTail', 'cert', backwards),
    kindRange('phone', 'phone', backwards),
    kindRange('phone', 'dial', digits),
  ]
  // Typed from the front: before the birth date everybody of the county begins alike.
  if (digits.length >= 7) lookUps.push(range('idTail', 'person', 'id_number', digits.slice(0, 18)))
  return lookUps
}

function range(why: Why, table: string, column: string, start: string): LookUp {
  return { why, sql: `select no from ${table} where ${column} >= ? and ${column} < ?`, values: [start, after(start)] }
}

/** Every pair of neighbours must be in the name; a single character alone. */
function nameLookUps(text: string): LookUp[] {
  const characters = nameCharacters(text)
  if (characters.length === 0) return []
  const grams = characters.length === 1 ? characters : characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  return [{ why: 'name', sql: grams.map(() => 'select no from name_bigram where gram = ?').join(' intersect '), values: grams }]
}

/** One look-up for everything that the text could be; who fits in two ways comes twice. */
export function matchesSql(text: string): { readonly sql: string; readonly values: readonly string[]; readonly isShown: boolean } {
  const lookUps = lookUpsFor(text)
  if (lookUps.length === 0) return { sql: 'select no from person where false', values: [], isShown: true }
  return {
    sql: lookUps.map((lookUp) => `select no from (${lookUp.sql})`).join(' union all '),
    values: lookUps.flatMap((lookUp) => lookUp.values),
    // Search rows are of shown persons only; numbers typed from the front are looked up in the table of persons.
    isShown: !lookUps.some((lookUp) => lookUp.sql.includes(' from person ')),
  }
}
