import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import type { JsonObject, Output } from '../../api/client.ts'
import { useFieldWords } from '../person/useFieldWords.ts'
import { useValueWords } from '../records/useValueWords.ts'

export interface Line {
  readonly label: string
  readonly words: string
}

/** What the file says of a person, and what was written down today, as lines that a client reads. */
export function useMatterLines(view: Output<'handOver.view'>): { readonly file: readonly Line[]; readonly said: readonly Line[] } {
  const { t } = useTranslation()
  const fields = useFieldWords()
  const valueWords = useValueWords()
  return useMemo(() => {
    const has = (body: JsonObject, name: string) => body[name] !== undefined && body[name] !== null
    const of = (name: string) => fields.words(name, view.file[name]) ?? ''
    const joined = (...words: string[]) => words.filter((word) => word !== '').join(' ')
    const registered = joined(of('hukouTown'), of('hukouVillage'), of('hukouAddress'))
    const residence = joined(of('residenceTown'), of('residenceVillage'), of('residenceAddress'))
    const work = (state: unknown) => (state === 'EMPLOYED' || state === 'UNEMPLOYED' ? t(`handOver.work.${state}`) : valueWords(state, 'employmentState'))
    const file: (readonly [label: FileLabel, words: string])[] = [
      ['name', joined(of('name'), of('sex'))], ['birthDate', spokenDay(view.file.birthDate)], ['idNumber', of('idNumber')], ['certNumber', of('certNumber')],
      ['disability', joined(of('disabilityCategory'), of('disabilityGrade'))], ['phone', of('phone')],
      ['hukou', registered], ['residence', residence === registered ? '' : residence],
      ['education', of('education')], ['communication', of('communicationModes')], ['work', work(view.file.employmentState)],
    ]
    const check = view.check ?? {}
    const demand = view.demand ?? {}
    const yes = (name: string, words: 'work' | 'wish') => (has(check, name) ? t(check[name] === true ? `handOver.yesNo.${words}.yes` : `handOver.yesNo.${words}.no`) : '')
    // Code words hold 、 themselves.
    const coded = (name: string, table: CodeTableId) => (Array.isArray(demand[name]) ? demand[name] : []).map((code) => valueWords(code, table)).join('；')
    const said: (readonly [label: SaidLabel, words: string])[] = [
      ['work', work(check.employmentState)],
      ['wantsWork', yes('hasEmploymentNeed', 'work')], ['wantsTraining', yes('hasTrainingNeed', 'wish')], ['wantsStartup', yes('hasStartupNeed', 'wish')],
      ['jobs', jobWords(demand, valueWords)], ['workTime', coded('workTime', 'workTime')], ['where', areaWords(demand, t('records.areas.home'), t('records.areas.any'))],
      ['wage', typeof demand.expectedWageMinFen === 'number' ? t('handOver.wage', { yuan: (demand.expectedWageMinFen / 100).toLocaleString('en-US') }) : ''],
      ['from', spokenDay(demand.availableFrom)], ['comfort', valueWords(demand.accommodationNeeds)], ['learn', coded('trainingNeeds', 'trainingType')], ['help', coded('serviceNeeds', 'serviceType')],
    ]
    return {
      file: file.flatMap(([label, words]) => (words === '' && !missed.has(label) ? [] : [{ label: t(`handOver.file.${label}`), words: words === '' ? t('handOver.notKnown') : words }])),
      said: said.flatMap(([label, words]) => (words === '' ? [] : [{ label: t(`handOver.said.${label}`), words }])),
    }
  }, [t, fields, valueWords, view])
}

/** Said to be unknown, so that the person can tell it. */
const missed: ReadonlySet<FileLabel> = new Set(['phone', 'hukou'])

type FileLabel = 'name' | 'birthDate' | 'idNumber' | 'certNumber' | 'disability' | 'phone' | 'hukou' | 'residence' | 'education' | 'communication' | 'work'
type SaidLabel = 'work' | 'wantsWork' | 'wantsTraining' | 'wantsStartup' | 'jobs' | 'workTime' | 'where' | 'wage' | 'from' | 'comfort' | 'learn' | 'help'

/** As one says it: 1974年6月12日. */
function spokenDay(day: unknown): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typeof day === 'string' ? day : '') ?? []
  return year === undefined ? '' : `${year}年${Number(month)}月${Number(date)}日`
}

function jobWords(demand: JsonObject, words: ReturnType<typeof useValueWords>): string {
  const intentions = (Array.isArray(demand.intentions) ? demand.intentions : []) as JsonObject[]
  return intentions.map(({ family, jobTitle }) => words(jobTitle) || words(family, 'jobFamily')).filter((word) => word !== '').join('、')
}

function areaWords(demand: JsonObject, home: string, anywhere: string): string {
  const areas = (Array.isArray(demand.targetAreas) ? demand.targetAreas : []) as string[]
  return areas.map((area) => (area === 'HOME' ? home : area === 'ANY' ? anywhere : area)).join('、')
}
