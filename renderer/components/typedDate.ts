/** Reads a date as people type it: 1201, 12-1, 12.1, 12月1日, 20261201, 2026-12-1, 昨天, 月底, 下月初. Days are plain `YYYY-MM-DD`. */

export type TypedDate =
  | { readonly ok: true; readonly date: string | null }
  | { readonly ok: false; readonly fault: 'unreadable' }
  | { readonly ok: false; readonly fault: 'noSuchDay' | 'noSuchMonth'; readonly month: number; readonly day: number }

const words: { readonly [word: string]: (today: string) => string } = {
  今天: (today) => today,
  今日: (today) => today,
  today: (today) => today,
  昨天: (today) => shiftDays(today, -1),
  yesterday: (today) => shiftDays(today, -1),
  前天: (today) => shiftDays(today, -2),
  明天: (today) => shiftDays(today, 1),
  tomorrow: (today) => shiftDays(today, 1),
  后天: (today) => shiftDays(today, 2),
  月初: (today) => `${today.slice(0, 7)}-01`,
  月底: (today) => lastOfMonth(today),
  下月初: (today) => shiftDays(lastOfMonth(today), 1),
  下周一: (today) => shiftDays(today, 7 - ((weekdayOf(today) + 6) % 7)),
}

export function shiftDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

function lastOfMonth(date: string): string {
  return `${date.slice(0, 7)}-${pad(lengthOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))))}`
}

export function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

/** Full-width digits and any usual separator become plain ones. */
function normalise(text: string): string {
  return text
    .trim()
    .normalize('NFKC')
    .replaceAll(/[年月./\\,、—–－]/g, '-')
    .replaceAll(/[日号\s]/g, '')
    .replaceAll(/-+$/g, '')
    .toLowerCase()
}

export function readTypedDate(text: string, today: string): TypedDate {
  if (text.trim() === '') return { ok: true, date: null }
  const word = words[text.trim().toLowerCase()]
  if (word !== undefined) return { ok: true, date: word(today) }
  const parts = partsOf(normalise(text), Number(today.slice(0, 4)))
  if (parts === null) return { ok: false, fault: 'unreadable' }
  const [year, month, day] = parts
  if (month < 1 || month > 12) return { ok: false, fault: 'noSuchMonth', month, day }
  if (day < 1 || day > lengthOfMonth(year, month)) return { ok: false, fault: 'noSuchDay', month, day }
  return { ok: true, date: `${String(year)}-${pad(month)}-${pad(day)}` }
}

/** Without a year the current one is meant. */
function partsOf(text: string, thisYear: number): [year: number, month: number, day: number] | null {
  const full = /^((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text)
  if (full !== null) return [Number(full[1]), Number(full[2]), Number(full[3])]
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d\d)(\d\d)$/.exec(text) ?? /^(\d)(\d\d)$/.exec(text)
  if (short !== null) return [thisYear, Number(short[1]), Number(short[2])]
  return null
}
