/** What a number format makes of a number. `month`: a date shown without its day, which is then not meant. */
export type NumberShape = 'plain' | 'date' | 'month' | 'time'

const dates = new Set([14, 15, 22, 30, 31])
const months = new Set([17, 27, 36, 50, 52, 57])
/** Month and day, the year hidden; the day is meant all the same. */
const daysOfYear = new Set([16, 28, 29, 51, 53, 54, 58])
const times = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56])

export function shapeOfFormat(id: number, code: string | undefined): NumberShape {
  if (code !== undefined) return shapeOfCode(code)
  if (dates.has(id) || daysOfYear.has(id)) return 'date'
  if (months.has(id)) return 'month'
  return times.has(id) ? 'time' : 'plain'
}

function shapeOfCode(code: string): NumberShape {
  const letters = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  if (letters.includes('general') || /[#0]/.test(letters.replace(/s\.0+/, ''))) return 'plain'
  const year = /y|e/.test(letters)
  const day = /d/.test(letters)
  const month = /m/.test(letters)
  if (day) return 'date'
  if (year && month) return 'month'
  if (/[hs]/.test(letters)) return 'time'
  if (year) return 'month'
  return month ? 'month' : 'plain'
}
