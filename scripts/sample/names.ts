import type { Random } from './random.ts'

/** Made-up names: common ones, surnames that are read in two ways, two-character surnames, names with a dot, and rare characters. */

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤']
const polyphones = ['单', '仇', '曾', '解', '区', '查', '覃', '翟', '盖', '朴', '尉迟', '欧阳', '上官']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉红梅春秋海国建文志永福德凤淑珍秀云山江宝成光东生友才庆祥宁波林森田雪冰晶莹乐行重长朝传和曲']
/** From the CJK extensions A, B, C, E, F and G. */
const rare = ['䶮', '㛃', '𠮷', '𠅤', '𪜎', '𬱖', '𫖯', '𬭎', '𰻝']

export function nameOf(random: Random): string {
  if (random.percent(1)) return `阿依${random.pick(given)}·买买${random.pick(given)}`
  const surname = random.percent(6) ? random.pick(polyphones) : random.pick(surnames)
  const first = random.percent(1) ? random.pick(rare) : random.pick(given)
  return `${surname}${first}${random.percent(70) ? random.pick(given) : ''}`
}
