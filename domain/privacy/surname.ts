/** Compound surnames still in use. */
const compound = new Set(
  (
    '欧阳 上官 皇甫 令狐 诸葛 司徒 司马 申屠 夏侯 贺兰 完颜 慕容 尉迟 长孙 宇文 司空 公孙 公冶 公羊 公西 澹台 濮阳 淳于 单于 太叔 仲孙 轩辕 钟离 闻人 东方 ' +
    '赫连 呼延 独孤 南宫 西门 东郭 南郭 百里 东野 叶赫 那拉 爱新 富察 纳兰 乌雅 端木 左丘 谷梁 梁丘 亓官 鲜于 闾丘 子车 颛孙 巫马 漆雕 乐正 宰父 拓跋 万俟 第五'
  ).split(' '),
)

/** How many characters the surname has, for a name of Han form. */
export function surnameLength(chars: readonly string[]): number {
  return chars.length > 2 && compound.has(`${chars[0]}${chars[1]}`) ? 2 : 1
}
