/** 08:12 for a moment of today, 11-20 08:12 for an earlier one of this year, the whole date otherwise; by this computer's clock. */
export function whenWords(instant: string, today: string): string {
  const at = new Date(instant)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}`
  if (day === today) return clock
  return `${day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day} ${clock}`
}
