import type { County, Town } from './county.ts'
import { prefectureOf, prefectures, province } from './liaoning.ts'

export type TownReading =
  /** `exact`: written as the list has it. */
  | { readonly kind: 'exact'; readonly town: Town; readonly rest: string }
  /** Only one town of the county can be meant. `rest`: what the cell says after the town. */
  | { readonly kind: 'completed'; readonly town: Town; readonly rest: string }
  /** The stem belongs to these towns, but it is written with another suffix or fits several. */
  | { readonly kind: 'near'; readonly towns: readonly Town[] }
  | { readonly kind: 'unknown' }

export interface TownLookup {
  read(text: string): TownReading
  /** The one town whose full name stands in a longer text (an address, a sheet name, a title). */
  find(text: string): Town | null
  /** As `read`, for a text that may be no town at all; the stem alone counts only where it is unique. */
  context(text: string): Town | null
  readonly isEmpty: boolean
}

const peoples = '(?:满族|蒙古族|锡伯族|朝鲜族|回族|各族|民族)'
const suffix = new RegExp(`(?:街道办事处|街道|地区|镇|${peoples}*(?:自治)?乡|苏木|农场|林场|牧场|管理区|开发区)$`)
const office = /(?:人民政府|政府|党委|残联|办事处|(?<=街道)办|民政办|民政所|社会事务办)$/

/** 东河 of 东河乡, 北山 of 北山满族乡; a name of one character keeps its suffix. */
export function townStem(name: string): string {
  const stem = name.replace(suffix, '')
  return stem.length >= 2 || (stem.length === 1 && name.length > 3) ? stem : name
}

function stemsOf(name: string): string[] {
  const stems = new Set<string>()
  const stem = townStem(name)
  if (stem !== name) stems.add(stem)
  // 北山满族 is 北山满族乡 without its 乡.
  const short = name.replace(/(?:镇|乡|街道)$/, '')
  if (short !== name && short.length >= 2) stems.add(short)
  // 沙金台蒙古族 of 沙金台蒙古族满族乡.
  const people = short.replace(new RegExp(`${peoples}$`), '')
  if (people !== short && people.length >= 2) stems.add(people)
  // 石门街 is how people write 石门街道.
  if (/.街道$/.test(name)) stems.add(name.slice(0, -1))
  return [...stems]
}

export function createTownLookup(county: County): TownLookup {
  const byName = new Map<string, Town>()
  const byCode = new Map<string, Town>()
  const byStem = new Map<string, Town[]>()
  for (const town of county.towns) {
    byName.set(town.name, town)
    byCode.set(town.code, town)
    for (const stem of stemsOf(town.name)) {
      const sharers = byStem.get(stem)
      if (sharers === undefined) byStem.set(stem, [town])
      else if (!sharers.includes(town)) sharers.push(town)
    }
  }
  const longestFirst = [...county.towns].sort((a, b) => b.name.length - a.name.length)
  const prefixes = prefixesOf(county)

  /** The text less one name of county, city or province after the other; a town may itself begin with one. */
  function shortened(text: string): string[] {
    const shorter: string[] = []
    for (let rest = text; ; ) {
      const prefix = prefixes.find((name) => rest.startsWith(name) && rest.length > name.length)
      if (prefix === undefined) return shorter
      rest = rest.slice(prefix.length)
      shorter.push(rest)
    }
  }

  function whole(text: string): TownReading {
    const exact = byName.get(text)
    if (exact !== undefined) return { kind: 'exact', town: exact, rest: '' }
    const sharers = byStem.get(text)
    if (sharers !== undefined) {
      return sharers.length === 1 ? { kind: 'completed', town: sharers[0] as Town, rest: '' } : { kind: 'near', towns: sharers }
    }
    return { kind: 'unknown' }
  }

  function read(text: string): TownReading {
    const plain = whole(text)
    if (plain.kind === 'exact' || plain.kind === 'completed') return plain
    const coded = byCode.get(/^\d{12}$/.test(text) ? text.slice(0, 9) : text)
    if (coded !== undefined) return { kind: 'completed', town: coded, rest: '' }
    const withoutOffice = text.replace(office, '')
    for (const candidate of [...shortened(text), withoutOffice, ...shortened(withoutOffice)]) {
      if (candidate === text || candidate === '') continue
      const reading = whole(candidate)
      if (reading.kind === 'exact' || reading.kind === 'completed') return { ...reading, kind: 'completed' }
    }
    const bare = shortened(text).at(-1) ?? text
    // 东河乡王家村: the village stands in the same cell.
    const leading = longestFirst.find((town) => bare.startsWith(town.name))
    if (leading !== undefined) return { kind: 'completed', town: leading, rest: villageOf(bare.slice(leading.name.length)) }
    const near = plain.kind === 'near' ? plain.towns : (byStem.get(townStem(bare)) ?? [])
    return near.length > 0 ? { kind: 'near', towns: near } : { kind: 'unknown' }
  }

  function find(text: string): Town | null {
    let found: Town | null = null
    let rest = text
    for (const town of longestFirst) {
      if (!rest.includes(town.name)) continue
      if (found !== null && found !== town) return null
      found = town
      rest = rest.replaceAll(town.name, ' ')
    }
    return found
  }

  function context(text: string): Town | null {
    const bare = text.replace(/^[\s\d一二三四五六七八九十、.．（）()]+|[（(].*$|[\s:：]+$/g, '')
    const reading = read(bare)
    if (reading.kind === 'exact' || (reading.kind === 'completed' && reading.rest === '')) return reading.town
    return find(text)
  }

  return { read, find, context, isEmpty: county.towns.length === 0 }
}

/** Behind the town only what is called a village is one. */
function villageOf(rest: string): string {
  return /^[^()]{2,20}(?:村|社区|委会|屯|组|队|分场)$/.test(rest) ? rest : ''
}

/** 辽宁省, 沈阳市, 康平县 and their short forms, which people write before the town. */
function prefixesOf(county: County): string[] {
  const names = [province.name, '辽宁', county.name]
  // A county of its own file may be in no list; the first four digits say where it lies.
  const prefecture = prefectureOf(county.code) ?? prefectures.find(({ code }) => code.slice(0, 4) === county.code.slice(0, 4))
  if (prefecture !== undefined) names.push(prefecture.name, prefecture.name.replace(/市$/, ''))
  const short = county.name.replace(/(?:满族|蒙古族)?(?:自治县|县|区|市)$/, '')
  if (short.length >= 2 && short !== county.name) names.push(`${short}县`)
  return [...new Set(names)].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length)
}
