import type { County, Town } from './county.ts'
import { parseCounty } from './county.ts'
import demoJson from './data/demo-county.json' with { type: 'json' }
import divisionsJson from './data/liaoning.json' with { type: 'json' }
import townsJson from './data/liaoning-towns.json' with { type: 'json' }

export interface Prefecture {
  readonly code: string
  readonly name: string
  readonly counties: readonly { readonly code: string; readonly name: string }[]
}

/** State of the lists; towns change often, so a county may bring its own file. */
export const divisionsVersion: string = divisionsJson.version
export const province: { readonly code: string; readonly name: string } = divisionsJson.province

export const prefectures: readonly Prefecture[] = divisionsJson.prefectures.map((prefecture) => ({
  code: prefecture.code,
  name: prefecture.name,
  counties: prefecture.counties.map(([code, name]) => ({ code: code as string, name: name as string })),
}))

const townsOf = townsJson.towns as unknown as Readonly<Record<string, readonly (readonly [string, string])[]>>
const formerCodes = divisionsJson.former as Readonly<Record<string, string>>

export const demoCounty: County = readDemoCounty()

function readDemoCounty(): County {
  const county = parseCounty(demoJson)
  if (!county.ok) throw new Error(`The demo county is not well-formed: ${county.error.detail ?? ''}`)
  return county.value
}

const knownCounties = new Map<string, County>([[demoCounty.code, demoCounty]])
for (const prefecture of prefectures) {
  for (const { code, name } of prefecture.counties) {
    const towns: Town[] = (townsOf[code] ?? []).map(([townCode, townName]) => ({ code: townCode, name: townName, villages: [] }))
    knownCounties.set(code, { code, name, demo: false, note: null, towns })
  }
}

/** The 100 counties of Liaoning and the demo county. */
export function countyByCode(code: string): County | null {
  return knownCounties.get(code) ?? null
}

/**
 * The county that an area code belongs to today. Numbers keep the code of the day they were given for life, so a county that was renamed or
 * raised has most of its people under the former code.
 */
export function currentCountyCode(areaCode: string): string {
  return knownCounties.has(areaCode) ? areaCode : (formerCodes[areaCode] ?? areaCode)
}

/** 康平县 is in 沈阳市; null outside the lists and for the demo county. */
export function prefectureOf(countyCode: string): Prefecture | null {
  return prefectures.find((prefecture) => prefecture.counties.some((county) => county.code === countyCode)) ?? null
}

/** A county of which nothing but the code is known. */
export function unknownCounty(code: string): County {
  return { code, name: code, demo: false, note: null, towns: [] }
}
