import { describe, expect, it } from 'vitest'
import { parseCounty } from '../../../domain/divisions/county.ts'
import {
  countyByCode,
  currentCountyCode,
  demoCounty,
  prefectureOf,
  prefectures,
  unknownCounty,
} from '../../../domain/divisions/liaoning.ts'
import { createTownLookup, townStem } from '../../../domain/divisions/townLookup.ts'
import type { County } from '../../../domain/divisions/county.ts'

function nameOf(county: County, text: string): string {
  const reading = createTownLookup(county).read(text)
  if (reading.kind === 'exact' || reading.kind === 'completed') return `${reading.kind} ${reading.town.name}${reading.rest && ` + ${reading.rest}`}`
  return reading.kind
}

function county(code: string): County {
  const found = countyByCode(code)
  if (found === null) throw new Error(code)
  return found
}

describe('divisions', () => {
  it('holds 14 prefectures and 100 counties, each with towns whose codes begin with its own', () => {
    expect(prefectures).toHaveLength(14)
    const counties = prefectures.flatMap((prefecture) => prefecture.counties)
    expect(counties).toHaveLength(100)
    let towns = 0
    for (const { code } of counties) {
      const found = county(code)
      expect(found.towns.length).toBeGreaterThan(0)
      expect(found.towns.every((town) => town.code.startsWith(code) && town.code.length === 9)).toBe(true)
      towns += found.towns.length
    }
    expect(towns).toBe(1406)
    expect(prefectureOf('210123')?.name).toBe('沈阳市')
  })

  it('follows a former code to the county of today', () => {
    expect(currentCountyCode('210122')).toBe('210115')
    expect(currentCountyCode('211121')).toBe('211104')
    expect(currentCountyCode('210222')).toBe('210214')
    expect(currentCountyCode('210199')).toBe('210199')
    expect(currentCountyCode('110101')).toBe('110101')
  })

  it('takes a county file of the demo form and says what is wrong with another', () => {
    expect(parseCounty({ code: '220199', name: '试点县', towns: [{ code: '220199100', name: '河口镇' }] })).toMatchObject({
      ok: true,
      value: { towns: [{ name: '河口镇', villages: [] }] },
    })
    expect(parseCounty({ code: '22', name: '试点县', towns: [] }).ok).toBe(false)
  })
})

describe('town', () => {
  it.each([
    ['东河乡', 'exact 东河乡'],
    ['东河', 'completed 东河乡'],
    ['石门', 'completed 石门街道'],
    ['石门街道办事处', 'completed 石门街道'],
    ['北山', 'completed 北山满族乡'],
    ['北山满族', 'completed 北山满族乡'],
    ['石门街', 'completed 石门街道'],
    ['示范县东河乡', 'completed 东河乡'],
    ['辽宁省示范县东河', 'completed 东河乡'],
    ['辽宁省沈阳市示范县东河乡', 'completed 东河乡'],
    ['沈阳示范县东河乡', 'completed 东河乡'],
    ['东河乡人民政府', 'completed 东河乡'],
    ['东河乡王家村', 'completed 东河乡 + 王家村'],
    ['210199101', 'completed 东河乡'],
    ['示范', 'completed 示范镇'],
    ['东河镇', 'near'],
    ['北山乡', 'near'],
    ['示范县', 'unknown'],
    ['不知名镇', 'unknown'],
  ])('reads %s as %s', (text, reading) => {
    expect(nameOf(demoCounty, text)).toBe(reading)
  })

  it('reads towns of two peoples, and towns whose own name begins with the province', () => {
    for (const text of ['沙金台', '沙金台蒙古族', '沙金台蒙古族满族', '康平县沙金台蒙古族满族乡']) {
      expect(nameOf(county('210123'), text)).toBe('completed 沙金台蒙古族满族乡')
    }
    expect(nameOf(county('210781'), '凌海市辽宁省金城原种场')).toBe('completed 辽宁省金城原种场')
  })

  it('does not choose between two towns of one stem', () => {
    expect(nameOf(county('210403'), '章党')).toBe('near')
    expect(nameOf(county('210403'), '章党镇')).toBe('exact 章党镇')
    expect(nameOf(county('210403'), '章党街道')).toBe('exact 章党街道')
  })

  it('completes every town of Liaoning whose stem is its own', () => {
    for (const { code } of prefectures.flatMap((prefecture) => prefecture.counties)) {
      const own = county(code)
      for (const town of own.towns) {
        expect(nameOf(own, town.name)).toBe(`exact ${town.name}`)
        const stem = townStem(town.name)
        const sharers = own.towns.filter((other) => townStem(other.name) === stem || other.name === stem)
        if (stem !== town.name && sharers.length === 1) expect(nameOf(own, stem)).toBe(`completed ${town.name}`)
      }
    }
  })

  it('is never known where the county is not', () => {
    const lookup = createTownLookup(unknownCounty(''))
    expect(lookup.read('东河乡').kind).toBe('unknown')
    expect(lookup.context('东河乡')).toBeNull()
  })

  it('finds a town in addresses, sheet names and group rows', () => {
    const lookup = createTownLookup(demoCounty)
    expect(lookup.find('辽宁省示范县西岭镇李屯村3组')?.name).toBe('西岭镇')
    expect(lookup.find('从西岭镇搬到东河乡')).toBeNull()
    expect(lookup.context('东河')?.name).toBe('东河乡')
    expect(lookup.context('二、东河乡（共 35 人）')?.name).toBe('东河乡')
    expect(lookup.context('Sheet1')).toBeNull()
  })
})
