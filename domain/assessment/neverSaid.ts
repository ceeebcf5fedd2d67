/** Never said of anybody, on screen or on paper: an assessment lists supports. */
export const neverSaid: readonly string[] = ['不能就业', '不适合工作', '不适合就业', '不适合', '无法就业', '不宜就业', '没有就业能力', '无就业能力']

/** The phrase that must go, or null. */
export function saidOf(words: string): string | null {
  const bare = words.replaceAll(/\s/g, '')
  return neverSaid.find((phrase) => bare.includes(phrase)) ?? null
}
