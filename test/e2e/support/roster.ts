import { writeFileSync } from 'node:fs'

/** A small made-up roster as a spreadsheet program saves it: one row each that is clean, mended, doubtful and refused. */
export const rosterPeople = {
  clean: { name: '王淑芬', idNumber: '210199198503140017' },
  mended: { name: '那顺·巴雅尔', idNumber: '210199199712020024' },
  doubtful: { name: '孙䶮', idNumber: '210199197906251278' },
} as const

export function writeRoster(file: string): void {
  const rows = [
    '示范县就业年龄段残疾人花名册,,,,,,,,,',
    '序号,姓名,性别,身份证号,残疾人证号,残疾类别,残疾等级,乡镇,村,是否就业',
    `1,${rosterPeople.clean.name},男,${rosterPeople.clean.idNumber},${rosterPeople.clean.idNumber}43,肢体,三级,示范镇,王家村,否`,
    `2,那顺•巴雅尔,女,${rosterPeople.mended.idNumber},${rosterPeople.mended.idNumber}12,视力,二级,东河,李屯村,否`,
    `3,${rosterPeople.doubtful.name},男,${rosterPeople.doubtful.idNumber},${rosterPeople.doubtful.idNumber}71,肢体,一级,西岭镇,李屯村,否`,
    '4,赵无号,男,210199198503140018,,肢体,三级,示范镇,王家村,否',
  ]
  writeFileSync(file, `${rows.join('\r\n')}\r\n`)
}
