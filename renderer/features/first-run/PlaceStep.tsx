import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/useQuery.ts'
import type { Role } from '../../api/client.ts'
import { RadioGroup } from '../../components/Choices.tsx'
import { Notice } from '../../components/Notice.tsx'
import { ComboBox } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { PlaceAnswers } from './FirstRun.tsx'
import { StepFrame } from './StepFrame.tsx'
import { focusFirstError } from './focusFirstError.ts'
import { useSubmitKey } from './useSubmitKey.ts'

const roles: readonly Role[] = ['counsellor', 'office', 'supervisor']

interface PlaceStepProps {
  readonly answers: PlaceAnswers
  readonly onChange: (answers: PlaceAnswers) => void
  readonly onNext: () => void
}

export function PlaceStep({ answers, onChange, onNext }: PlaceStepProps) {
  const { t } = useTranslation()
  const counties = useQuery('session.counties', {})
  const [tried, setTried] = useState(false)
  const options = useMemo(
    () => (counties.value ?? []).map((county) => ({ value: county.code, label: `${county.name} ${county.prefecture} ${county.code}` })),
    [counties.value],
  )

  function next() {
    setTried(true)
    if (answers.county !== null && answers.name.trim() !== '' && answers.role !== null) onNext()
    else focusFirstError()
  }
  useSubmitKey(next)
  return (
    <StepFrame heading={t('firstRun.place.heading')} lead={t('firstRun.place.lead')} next={t('firstRun.next.password')} onNext={next}>
      {counties.error !== null && <Notice kind="bad" urgent>{counties.error.message}</Notice>}
      <ComboBox
        required
        label={t('firstRun.place.county')}
        hint={t('firstRun.place.countyHint')}
        value={answers.county?.code ?? null}
        options={options}
        error={tried && answers.county === null ? t('firstRun.place.missingCounty') : null}
        onChange={(code) => {
          const county = counties.value?.find((each) => each.code === code)
          if (county !== undefined) onChange({ ...answers, county: { code: county.code, name: county.name } })
        }}
      />
      <TextField
        required
        label={t('firstRun.place.name')}
        value={answers.name}
        onChange={(name) => onChange({ ...answers, name })}
        onEnter={next}
        maxLength={32}
        error={tried && answers.name.trim() === '' ? t('firstRun.place.missingName') : null}
      />
      <RadioGroup
        required
        vertical
        label={t('firstRun.place.role')}
        value={answers.role}
        onChange={(role) => onChange({ ...answers, role })}
        options={roles.map((role) => ({ value: role, label: t(`common.role.${role}`), note: t(`firstRun.place.roleNote.${role}`) }))}
        error={tried && answers.role === null ? t('firstRun.place.missingRole') : null}
      />
    </StepFrame>
  )
}
