import { demoCounty } from '../../domain/divisions/liaoning.ts'
import { idCheckChar } from '../../domain/identity/idNumber.ts'
import type { Json } from '../../domain/journal/change.ts'
import type { Random } from './random.ts'

/** Made-up persons of the made-up county 210199, as a good roster would bring them in. */

export type PersonValues = { readonly [field: string]: Json }

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤']
/** Read otherwise as a surname than elsewhere, or in more than one way. */
const polyphones = ['单', '仇', '曾', '解', '区', '查', '覃', '翟', '盖', '朴', '尉迟', '欧阳', '上官']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉红梅春秋海国建文志永福德凤淑珍秀云山江宝成光东生友才庆祥宁波林森田雪冰晶莹乐行重长朝传和曲']
/** From the CJK extensions A, B, E, F and G. */
const rare = ['䶮', '㛃', '𠮷', '𬱖', '𫖯', '𬭎', '𰻝']

const categories = ['1', '2', '3', '4', '4', '4', '4', '5', '6', '7'] as const

/** Born from 1952 to 2008, on the days 1 to 28. */
const birthDays = 57 * 12 * 28

/** The person of that order among `people`. */
export function makePerson(order: number, people: number, random: Random): PersonValues {
  const town = demoCounty.towns[order % demoCounty.towns.length] as (typeof demoCounty.towns)[number]
  const birthDate = birthDateOf(order, people, random)
  const idNumber = idNumberOf(birthDate, order)
  const sex = Number(idNumber[16]) % 2 === 1 ? '1' : '2'
  const category = random.pick(categories)
  const grade = String(1 + random.below(4))
  return {
    name: nameOf(random),
    idNumber,
    certNumber: `${idNumber}${category}${grade}`,
    sex,
    birthDate,
    disabilityCategory: category,
    disabilityGrade: grade,
    hukouTown: town.name,
    hukouVillage: random.pick(town.villages),
    phone: `1${random.pick(['30', '39', '58', '86'])}${String(10_000_000 + random.below(89_999_999))}`,
    education: random.pick(['21', '31', '61', '71', '81', '90']),
    householdId: `210199-${String(Math.floor(order / 3))}${random.percent(70) ? `-${String(order % 3)}` : ''}`,
    employmentState: random.percent(25) ? 'EMPLOYED' : 'UNEMPLOYED',
    ...(random.percent(20) ? { socialAid: 'DIBAO' } : {}),
    ...(random.percent(8) ? { antiPovertyType: 'RISK_EX_POOR' } : {}),
    ...(random.percent(5) ? { workInjuryGrade: 1 + random.below(10) } : {}),
    ...(random.percent(4) ? { certDerived: true, verification: { certNumber: '推得' } } : {}),
  }
}

function nameOf(random: Random): string {
  if (random.percent(1)) return `阿依${random.pick(given)}·买买${random.pick(given)}`
  const surname = random.percent(6) ? random.pick(polyphones) : random.pick(surnames)
  const first = random.percent(1) ? random.pick(rare) : random.pick(given)
  return `${surname}${first}${random.percent(70) ? random.pick(given) : ''}`
}

/** Those who share the three digits behind it are born on different days, so no number comes twice. */
function birthDateOf(order: number, people: number, random: Random): string {
  const blocks = Math.ceil(people / 1000)
  const day = random.below(Math.floor(birthDays / blocks)) * blocks + Math.floor(order / 1000)
  return `${1952 + Math.floor(day / 336)}-${two(1 + (Math.floor(day / 28) % 12))}-${two(1 + (day % 28))}`
}

function idNumberOf(birthDate: string, order: number): string {
  const body = `210199${birthDate.replaceAll('-', '')}${String(order % 1000).padStart(3, '0')}`
  return body + idCheckChar(body)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
