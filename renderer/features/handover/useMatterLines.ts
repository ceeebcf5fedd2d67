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
    const file: (readonly [label: FileLabel, words: string])[] = [
      ['name', of('name')], ['sex', of('sex')], ['birthDate', of('birthDate')], ['idNumber', of('idNumber')], ['certNumber', of('certNumber')],
      ['disability', joined(of('disabilityCategory'), of('disabilityGrade'))], ['phone', of('phone')],
      ['hukou', joined(of('hukouTown'), of('hukouVillage'))], ['residence', joined(of('residenceTown'), of('residenceVillage'), of('residenceAddress'))],
      ['education', of('education')], ['communication', of('communicationModes')], ['work', valueWords(view.file.employmentState, 'employmentState')],
    ]
    const check = view.check ?? {}
    const demand = view.demand ?? {}
    const yes = (name: string, words: 'want' | 'no') => (has(check, name) ? t(check[name] === true ? `handOver.yesNo.${words}.yes` : `handOver.yesNo.${words}.no`) : '')
    const coded = (name: string, table: CodeTableId) => valueWords(demand[name], table)
    const said: (readonly [label: SaidLabel, words: string])[] = [
      ['work', valueWords(check.employmentState, 'employmentState')],
      ['wantsWork', yes('hasEmploymentNeed', 'want')], ['wantsTraining', yes('hasTrainingNeed', 'want')], ['wantsStartup', yes('hasStartupNeed', 'want')],
      ['jobs', jobWords(demand, valueWords)], ['workTime', coded('workTime', 'workTime')], ['where', areaWords(demand, t('records.areas.home'), t('records.areas.any'))],
      ['wage', typeof demand.expectedWageMinFen === 'number' ? t('handOver.wage', { yuan: (demand.expectedWageMinFen / 100).toLocaleString('en-US') }) : ''],
      ['from', valueWords(demand.availableFrom)], ['comfort', valueWords(demand.accommodationNeeds)], ['learn', coded('trainingNeeds', 'trainingType')], ['help', coded('serviceNeeds', 'serviceType')],
    ]
    return {
      file: file.flatMap(([label, words]) => (words === '' ? [] : [{ label: t(`handOver.file.${label}`), words }])),
      said: said.flatMap(([label, words]) => (words === '' ? [] : [{ label: t(`handOver.said.${label}`), words }])),
    }
  }, [t, fields, valueWords, view])
}

type FileLabel = 'name' | 'sex' | 'birthDate' | 'idNumber' | 'certNumber' | 'disability' | 'phone' | 'hukou' | 'residence' | 'education' | 'communication' | 'work'
type SaidLabel = 'work' | 'wantsWork' | 'wantsTraining' | 'wantsStartup' | 'jobs' | 'workTime' | 'where' | 'wage' | 'from' | 'comfort' | 'learn' | 'help'

function jobWords(demand: JsonObject, words: ReturnType<typeof useValueWords>): string {
  const intentions = (Array.isArray(demand.intentions) ? demand.intentions : []) as JsonObject[]
  return intentions.map(({ family, jobTitle }) => words(jobTitle) || words(family, 'jobFamily')).filter((word) => word !== '').join('、')
}

function areaWords(demand: JsonObject, home: string, anywhere: string): string {
  const areas = (Array.isArray(demand.targetAreas) ? demand.targetAreas : []) as string[]
  return areas.map((area) => (area === 'HOME' ? home : area === 'ANY' ? anywhere : area)).join('、')
}
