import type { TFunction } from 'i18next'
import { codeLabel } from '../../../domain/codes/index.ts'
import type { JsonObject } from '../../api/client.ts'

type Pair = readonly [label: string, words: string]

/** The records of groups and of review in words, for papers that tell everything of a person; null for every other kind. */
export function documentPairs(entity: string, body: JsonObject, t: TFunction): Pair[] | null {
  const text = (field: string) => (typeof body[field] === 'string' ? body[field] : '')
  const pairs = builders[entity]?.(text, body, t)
  return pairs === undefined ? null : pairs.filter(([, words]) => words !== '')
}

type Builder = (text: (field: string) => string, body: JsonObject, t: TFunction) => Pair[]

const builders: Readonly<Record<string, Builder>> = {
  hardshipCert: (text, _body, t) => [
    [t('groups.cert.category'), codeLabel('hardshipCategory', text('category'))],
    ...(['certNo', 'certifiedOn', 'org', 'cancelledOn', 'reason'] as const).map((field): Pair => [t(`groups.cert.${field}`), text(field)]),
  ],
  groupConfirmation: (text, body, t) => [
    [t('groups.word.flag'), codeLabel('hardshipFlag', text('flag'))],
    [t('groups.word.said'), t(body.isConfirmed === false ? 'groups.word.no' : 'groups.word.yes')],
    [t('groups.word.by'), text('byName')],
    [t('groups.word.note'), text('note')],
  ],
  graduatePlan: (text, body, t) => [
    ...(['openedOn', 'responsibleName', 'situation', 'goal'] as const).map((field): Pair => [t(`groups.graduate.${field}`), text(field)]),
    [t('groups.word.steps'), stepsOf(body.steps)],
    [t('groups.graduate.outcome'), text('outcome') === '' ? '' : codeLabel('graduateOutcome', text('outcome'))],
    ...(['outcomeOn', 'outcomeNote'] as const).map((field): Pair => [t(`groups.graduate.${field}`), text(field)]),
  ],
  review: (text, _body, t) => [
    [t('review.word.decision'), codeLabel('reviewDecision', text('decision'))],
    [t('review.word.by'), text('byName')],
    [t('review.word.reason'), text('reason')],
  ],
}

function stepsOf(value: JsonObject[string] | undefined): string {
  if (!Array.isArray(value)) return ''
  return value
    .filter((step): step is JsonObject => typeof step === 'object' && step !== null && !Array.isArray(step))
    .map(({ kind, on, result }) => [on, typeof kind === 'string' ? codeLabel('graduateStep', kind) : null, result].filter((part) => typeof part === 'string').join(' '))
    .join('；')
}
