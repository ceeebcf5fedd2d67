import { composeCertNumber } from '../identity/certNumber.ts'
import type { CertNumber, DisabilityCategory, DisabilityGrade } from '../identity/certNumber.ts'
import { wordFindings } from './cellForm.ts'
import type { RosterField } from './fields.ts'
import { finding } from './findings.ts'
import type { Finding } from './findings.ts'
import { isAbsent, readDisability, readYesNo } from './words.ts'
import type { Disability } from './words.ts'
import type { RowView } from './rowView.ts'
import type { CertReading } from './readNumber.ts'

export const categoryNames: Readonly<Record<DisabilityCategory, string>> = {
  '1': '视力', '2': '听力', '3': '言语', '4': '肢体', '5': '智力', '6': '精神', '7': '多重',
}
export const gradeNames: Readonly<Record<DisabilityGrade, string>> = { '1': '一级', '2': '二级', '3': '三级', '4': '四级' }

export interface DisabilityColumns {
  readonly category: DisabilityCategory | null
  readonly grades: readonly DisabilityGrade[]
  readonly multi: readonly DisabilityCategory[]
  /** What the cells say, for findings; empty where they are blank. */
  readonly categoryText: string
  readonly gradeText: string
  readonly findings: readonly Finding[]
}

/** Category and grade from their own columns, a common one, or tick columns. */
export function readDisabilityColumns(row: RowView): DisabilityColumns {
  const category = readOf(row, 'category', 'category')
  const grade = readOf(row, 'grade', 'grade')
  const both = readOf(row, 'categoryGrade', 'both')
  const ticks = readTicks(row)
  const sources = [category, both, grade].filter((reading) => reading !== null)
  const categorySource = sources.find((reading) => reading.value.category !== null)
  const gradeSource = [grade, both, category].find((reading) => reading !== null && reading.value.grades.length > 0)
  const findings: Finding[] = []
  if (categorySource?.value.codedCategory === true) {
    findings.push(finding('digit-code', 'category', categorySource.text, categoryNames[categorySource.value.category as DisabilityCategory]))
  }
  if (gradeSource?.value.codedGrade === true) {
    findings.push(finding('digit-code', 'grade', gradeSource.text, gradeNames[gradeSource.value.grades[0] as DisabilityGrade]))
  }
  for (const field of ['category', 'grade', 'categoryGrade'] as const) {
    const cell = row.cell(field)
    if (cell === undefined || isAbsent(cell) || findings.some((item) => item.field === field)) continue
    findings.push(...wordFindings(field === 'categoryGrade' ? 'category' : field, cell))
  }
  const multiCell = row.cell('multiCategories')
  const multi = isAbsent(multiCell) ? (categorySource?.value.multi ?? []) : listed(multiCell === undefined ? '' : multiCell.text)
  return {
    category: categorySource?.value.category ?? ticks.category,
    grades: gradeSource?.value.grades ?? ticks.grades,
    multi,
    categoryText: category?.text ?? both?.text ?? (ticks.category === null ? '' : categoryNames[ticks.category]),
    gradeText: grade?.text ?? gradeSource?.text ?? (ticks.grades[0] === undefined ? '' : gradeNames[ticks.grades[0]]),
    findings,
  }
}

interface Source {
  readonly value: Disability
  readonly text: string
}

function readOf(row: RowView, field: RosterField, expects: 'category' | 'grade' | 'both'): Source | null {
  const cell = row.cell(field)
  if (cell === undefined || isAbsent(cell)) return null
  return { value: readDisability(cell, expects), text: cell.text }
}

function listed(text: string): DisabilityCategory[] {
  const reading = readDisability({ kind: 'text', text }, 'category')
  if (reading.multi.length > 0) return [...reading.multi]
  return reading.category === null || reading.category === '7' ? [] : [reading.category]
}

/** Columns named after each category or grade, ticked; a category's tick may be its grade. */
function readTicks(row: RowView): { category: DisabilityCategory | null; grades: DisabilityGrade[] } {
  const categories: DisabilityCategory[] = []
  const grades: DisabilityGrade[] = []
  for (const code of ['1', '2', '3', '4', '5', '6', '7'] as const) {
    const cell = row.cell(`categoryMark${code}`)
    if (cell === undefined || isAbsent(cell) || readYesNo(cell) === false) continue
    categories.push(code)
    const grade = readDisability(cell, 'grade').grade
    if (grade !== null && !/^1$/.test(cell.text.trim())) grades.push(grade)
  }
  for (const code of ['1', '2', '3', '4'] as const) {
    const cell = row.cell(`gradeMark${code}`)
    if (cell !== undefined && !isAbsent(cell) && readYesNo(cell) !== false) grades.push(code)
  }
  return { category: categories.length > 1 ? '7' : (categories[0] ?? null), grades: grades.slice(0, 1) }
}

export interface Certificate {
  readonly certNumber: string | null
  readonly derived: boolean
  readonly category: DisabilityCategory | null
  readonly grade: DisabilityGrade | null
  readonly findings: readonly Finding[]
}

/** Sets the certificate against the number, and the columns against the certificate; what is missing is put together. */
export function settleCertificate(idNumber: string, reading: CertReading, columns: DisabilityColumns): Certificate {
  const grade = columns.grades.length === 1 ? (columns.grades[0] as DisabilityGrade) : null
  if (reading.kind === 'whole') {
    const { cert } = reading
    if (cert.idNumber === idNumber) return withOwnCertificate(cert, reading.findings, columns)
    return {
      certNumber: cert.certNumber, derived: false, category: columns.category ?? cert.category, grade: grade ?? cert.grade,
      findings: [...reading.findings, finding('cert-other-number', 'certNumber', cert.certNumber, idNumber)],
    }
  }
  const own = { category: columns.category, grade }
  if (reading.kind === 'unusable') {
    return { certNumber: null, derived: false, ...own, findings: [finding('cert-shape', 'certNumber', reading.raw, null)] }
  }
  if (reading.kind === 'beginning' && !reading.text.startsWith(idNumber)) {
    return { certNumber: null, derived: false, ...own, findings: [finding('cert-other-number', 'certNumber', reading.text, idNumber)] }
  }
  const written = reading.kind === 'beginning' ? reading.raw : ''
  const nineteenth = reading.kind === 'beginning' ? (reading.text[18] as DisabilityCategory | undefined) : undefined
  if (nineteenth !== undefined && columns.category !== null && columns.category !== nineteenth) {
    return { certNumber: null, derived: false, ...own, findings: [finding('category-differs', 'category', columns.categoryText, categoryNames[nineteenth])] }
  }
  const category = columns.category ?? nineteenth ?? null
  if (category !== null && grade !== null) {
    const certNumber = composeCertNumber(idNumber, category, grade)
    return { certNumber, derived: true, category, grade, findings: [finding('cert-derived', 'certNumber', written, certNumber)] }
  }
  const findings = reading.kind === 'beginning' ? [finding('cert-shape', 'certNumber', reading.raw, null)] : []
  return { certNumber: null, derived: false, category, grade, findings }
}

function withOwnCertificate(cert: CertNumber, mended: readonly Finding[], columns: DisabilityColumns): Certificate {
  const findings = [...mended]
  const saysCategory = columns.categoryText !== '' && !isAbsent({ kind: 'text', text: columns.categoryText })
  if (saysCategory && columns.category !== cert.category && !onlyGrade(columns)) {
    findings.push(finding('category-differs', 'category', columns.categoryText, categoryNames[cert.category]))
  }
  if (columns.gradeText !== '' && !columns.grades.includes(cert.grade)) {
    findings.push(finding('grade-differs', 'grade', columns.gradeText, gradeNames[cert.grade]))
  }
  return { certNumber: cert.certNumber, derived: false, category: cert.category, grade: cert.grade, findings }
}

/** A common column that holds just the grade says nothing of the category. */
function onlyGrade(columns: DisabilityColumns): boolean {
  return columns.category === null && columns.categoryText === columns.gradeText
}
