import { useTranslation } from 'react-i18next'
import { currentInstrument, itemByCode } from '../../../domain/assessment/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { codeLanguage } from '../../i18n/index.ts'
import type { visit as texts } from '../../i18n/zh-CN/visit.ts'
import { useRecordWords } from '../records/useRecordWords.ts'
import type { Question, Section } from './questions.ts'
import { groupOf } from './useOptions.ts'

/** Questions, sections and answers in words. */
export function useQuestionWords(documents: PersonFile['documents']) {
  const { t, i18n } = useTranslation()
  const recordWords = useRecordWords(documents)
  const language = codeLanguage(i18n.language)

  function label(question: Question): string {
    const { kind, path, fields } = question
    const field = fields[0]
    if (kind === 'grade') {
      const code = path.split('.')[1] ?? ''
      return `${code} ${itemByCode(code)?.[language] ?? currentInstrument.environment.find((each) => each.code === code)?.[language] ?? ''}`
    }
    if (kind === 'met') return t('visit.met.label')
    if (kind === 'agree') return t(`records.compare.group.${groupOf(question)}`)
    if (kind === 'work') return t('records.group.work')
    if (kind === 'unchanged') return t(`records.review.${path.split('.')[1] as 'health'}`)
    if (isPart(path)) return t(`visit.part.${path}`)
    return field === undefined ? '' : t(`records.field.${field.label}`)
  }

  return {
    label,
    /** How to say it to somebody. */
    ask: (question: Question): string => {
      const { kind, path, fields } = question
      const isOwn = kind === 'met' || kind === 'work' || kind === 'review' || kind === 'unchanged' || fields.length > 1
      const key = kind === 'agree' ? 'agree' : isOwn ? path.replace('.', '_') : (fields[0]?.label ?? '')
      return isAsk(key) ? t(`visit.ask.${key}`) : ''
    },
    section: (section: Pick<Section, 'key' | 'label'>): string => {
      if (section.label === 'evidenceOneOf' || section.label === 'evidence') return t(`visit.section.${section.label}`)
      if (section.label !== 'scale') return t(`records.group.${section.label}`)
      const part = section.key.split('.')[1] ?? ''
      return part === 'W' ? t('visit.scale.W') : `${part} ${currentInstrument.dimensionNames[part as 'A'][language]}`
    },
    value: (question: Question, body: JsonObject): string => (question.fields.length === 0 ? String(question.last ?? '') : question.fields.map((field) => recordWords(field, body)).filter((word) => word !== '').join('；')),
  }
}

type Texts = typeof texts
function isPart(path: string): path is keyof Texts['part'] {
  return path === 'signature' || path === 'callLog' || path === 'attendance' || path === 'startup' || path === 'job' || path === 'testKit'
}

const asks: readonly (keyof Texts['ask'])[] = [
  'checkMethod', 'serviceMethod', 'serviceResult', 'respondent', 'result', 'agree', 'employmentState', 'unemployedReason', 'livingSource', 'workWillingness', 'hasEmploymentNeed', 'hasTrainingNeed', 'hasStartupNeed', 'noNeedReason',
  'hardshipFlags', 'signature', 'reviewOf', 'unchanged_certificate', 'unchanged_health', 'unchanged_job', 'place', 'assessmentMode', 'personOpinion', 'conclusion', 'intentions', 'workTime', 'targetAreas',
  'availableFrom', 'serviceNeeds', 'serviceType', 'minutes', 'content', 'followUpOn',
]
function isAsk(key: string): key is keyof Texts['ask'] {
  return (asks as readonly string[]).includes(key)
}
