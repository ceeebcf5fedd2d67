import type { County, Town } from '../divisions/county.ts'
import type { TownLookup } from '../divisions/townLookup.ts'
import type { IsoDate } from '../identity/calendar.ts'
import type { IdNumber } from '../identity/idNumber.ts'
import { readName } from '../identity/name.ts'
import { toHalfWidth, withoutApostrophes } from '../identity/text.ts'
import { defaultTrack, workingAgeSpan } from '../identity/workingAge.ts'
import { compact, isPlaceholder, tidy } from './cell.ts'
import { agreesWith, readDate } from './dates.ts'
import type { RosterField } from './fields.ts'
import { finding } from './findings.ts'
import type { Finding } from './findings.ts'
import { noteFlags } from './notes.ts'
import type { MutablePerson, RosterPerson } from './person.ts'
import { readDisabilityColumns, settleCertificate } from './readDisabilityCells.ts'
import { readCertCell, readIdCell } from './readNumber.ts'
import type { IdReading } from './readNumber.ts'
import { readOptionalFields } from './readOptional.ts'
import { readPhoneCell } from './readPhone.ts'
import { readPlace } from './readPlace.ts'
import type { RowView } from './rowView.ts'
import { isAbsent, isUnknownSex, readSex, readYesNo } from './words.ts'

export interface RowContext {
  readonly county: County
  readonly lookup: TownLookup
  readonly on: IsoDate
  /** Town named by a group row, the sheet or a title. */
  readonly town: Town | null
}

export interface RowReading {
  readonly findings: readonly Finding[]
  readonly id: IdNumber | null
  readonly name: string
  /** null when the row is refused. */
  readonly person: RosterPerson | null
}

export function readRow(row: RowView, context: RowContext): RowReading {
  const findings: Finding[] = []
  const name = readNameCell(row, findings)
  const cert = readCertCell(row.cell('certNumber') ?? certInCommonColumn(row))
  const idReading = numberOf(row, context.on)
  if (idReading.kind === 'refused') findings.push(idReading.finding)
  if (idReading.kind === 'good') findings.push(...idReading.findings)
  const id = idReading.kind === 'good' ? idReading.id : null
  findings.push(...noteFindings(row))
  if (id === null) {
    if (idReading.kind === 'absent') findings.push(finding('id-missing', 'idNumber', '', null))
    return { findings, id: null, name, person: null }
  }

  findings.push(...ageFindings(id, context.on))
  const columns = readDisabilityColumns(row)
  const settled = settleCertificate(id.idNumber, cert, columns)
  findings.push(...columns.findings, ...settled.findings, ...sexFindings(row, id), ...birthFindings(row, id))
  const place = readPlace(row, context.lookup, context.town)
  findings.push(...place.findings)
  const phones = readPhoneCell(row.cell('phone'), 'phone')
  const others = row.all('phone2').map((cell) => readPhoneCell(cell, 'phone2'))
  findings.push(...phones.findings, ...others.flatMap((reading) => reading.findings))

  const person: MutablePerson = {
    name,
    idNumber: id.idNumber,
    certNumber: settled.certNumber,
    certDerived: settled.derived,
    sex: id.sex === '1' ? '男' : '女',
    sexCode: id.sex,
    birthDate: id.birthDate,
    town: place.town?.name ?? null,
    townCode: place.town?.code ?? null,
    disabilityCategory: settled.category,
    disabilityGrade: settled.grade,
  }
  if (settled.category === '7' && columns.multi.length > 1) person.multiCategories = columns.multi
  if (place.village !== null) person.village = place.village
  const allPhones = [...new Set([...phones.phones, ...others.flatMap((reading) => reading.phones)])]
  if (allPhones[0] !== undefined) person.phone = allPhones[0]
  if (allPhones.length > 1) person.otherPhones = allPhones.slice(1)
  findings.push(...readOptionalFields(row, person))
  return { findings, id, name, person: name === '' ? null : person }
}

function readNameCell(row: RowView, findings: Finding[]): string {
  const cell = row.cell('name')
  if (cell === undefined || isPlaceholder(compact(cell)) || cell.kind === 'number') {
    findings.push(finding('name-missing', 'name', cell?.text ?? '', null))
    return ''
  }
  const raw = cell.text
  const { name, spacesRemoved, dotsChanged } = readName(withoutApostrophes(raw))
  if (name === '') findings.push(finding('name-missing', 'name', raw, null))
  if (spacesRemoved) findings.push(finding('name-spaces', 'name', raw, name))
  if (dotsChanged) findings.push(finding('name-dot', 'name', raw, name))
  if (withoutApostrophes(raw) !== raw) findings.push(finding('apostrophe', 'name', raw, name))
  if (/[\d()<>[\]{}?*#@!=+/\\|,;:，；：、]/.test(toHalfWidth(name)) || [...name].length > 32) findings.push(finding('name-odd', 'name', raw, null))
  return name
}

/** A column for either number: 18 characters are the one, 20 the other. */
function numberOf(row: RowView, on: IsoDate): IdReading {
  const own = readIdCell(row.cell('idNumber'), on)
  if (own.kind !== 'absent') return own
  const common = row.cell('idOrCert')
  if (common !== undefined && readCertCell(common).kind !== 'whole') {
    const reading = readIdCell(common, on)
    if (reading.kind !== 'absent') return reading
  }
  const certCell = row.cell('certNumber') ?? common
  const cert = readCertCell(certCell)
  if (cert.kind === 'unusable' && cert.lostDigits) return { kind: 'refused', finding: finding('id-lost-digits', 'idNumber', cert.raw, null) }
  const beginning = cert.kind === 'whole' ? cert.cert.idNumber : cert.kind === 'beginning' ? cert.text.slice(0, 18) : null
  if (beginning === null) return { kind: 'absent' }
  const taken = readIdCell({ kind: 'text', text: beginning }, on)
  if (taken.kind !== 'good' || common !== undefined) return taken
  return { ...taken, findings: [finding('id-from-cert', 'idNumber', '', taken.id.idNumber)] }
}

function certInCommonColumn(row: RowView) {
  const cell = row.cell('idOrCert')
  return cell !== undefined && readCertCell(cell).kind === 'whole' ? cell : undefined
}

function sexFindings(row: RowView, id: IdNumber): Finding[] {
  const after = id.sex === '1' ? '男' : '女'
  const cell = row.cell('sex')
  if (cell === undefined) {
    const ticked = readYesNo(row.cell('maleMark')) === true ? '男' : readYesNo(row.cell('femaleMark')) === true ? '女' : null
    return ticked === null || ticked === after ? [] : [finding('sex-differs', 'sex', ticked, after)]
  }
  if (isAbsent(cell) || isUnknownSex(cell)) return []
  const reading = readSex(cell)
  if (reading === null || reading.value !== id.sex) return [finding('sex-differs', 'sex', cell.text, after)]
  if (reading.coded) return [finding('digit-code', 'sex', cell.text, after)]
  return cell.text === cell.text.trim() && compact(cell) === cell.text ? [] : [finding('spaces', 'sex', cell.text, after)]
}

function birthFindings(row: RowView, id: IdNumber): Finding[] {
  const cell = row.cell('birthDate')
  if (cell === undefined || isAbsent(cell)) return []
  const reading = readDate(cell)
  if (!agreesWith(reading, id.birthDate)) return [finding('birth-differs', 'birthDate', cell.text, id.birthDate)]
  if (reading.kind === 'day' && reading.plain) {
    return cell.kind === 'date' || cell.text === id.birthDate ? [] : [finding('spaces', 'birthDate', cell.text, id.birthDate)]
  }
  return reading.kind === 'day' || reading.kind === 'short' ? [finding('date-form', 'birthDate', cell.text, id.birthDate)] : []
}

function ageFindings(id: IdNumber, on: IsoDate): Finding[] {
  const { from, until } = workingAgeSpan(id.birthDate, id.sex, defaultTrack(id.sex), 'LEGAL_2025')
  if (on < from) return [finding('age-under', 'idNumber', id.birthDate, from)]
  return on >= until ? [finding('age-over', 'idNumber', id.birthDate, until)] : []
}

/** Columns in which rosters say that somebody is gone. */
const tellingFields: readonly RosterField[] = ['note', 'status', 'certStatus', 'unemployedReason', 'employed', 'name']

function noteFindings(row: RowView): Finding[] {
  const findings: Finding[] = []
  const seen = new Set<string>()
  row.layout.fields.forEach((field, column) => {
    const cell = row.cells[column]
    if (field === null || cell === undefined || !tellingFields.includes(field)) return
    // A column 是否死亡 with 是, or 死亡时间 with a day, says it in its label.
    const label = row.layout.labels[column] ?? ''
    const dated = /时间|日期/.test(label) && readDate(cell).kind !== 'none'
    const ticked = field === 'status' && (dated || readYesNo(cell) === true)
    const text = ticked ? label.replace(/是否|有无|时间|日期/g, '') : tidy(cell)
    for (const flag of noteFlags(text)) {
      if (!seen.has(flag)) findings.push(finding(flag, field, ticked ? text : cell.text, null))
      seen.add(flag)
    }
  })
  return findings
}
