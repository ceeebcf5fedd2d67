import { useTranslation } from 'react-i18next'
import type { RefObject } from 'react'
import { useQuery } from '../../api/useQuery.ts'
import { RadioGroup } from '../../components/Choices.tsx'
import { ComboBox, Select } from '../../components/Select.tsx'
import { TextField } from '../../components/TextField.tsx'
import type { Masking } from '../../print/marginTexts.ts'

export interface LedgerChoice {
  readonly cycleYear: string
  readonly town: string | null
  readonly masking: Masking
  /** As typed; needed for full numbers. */
  readonly reason: string
}

interface LedgerOptionsProps {
  readonly choice: LedgerChoice
  readonly onChange: (patch: Partial<LedgerChoice>) => void
  /** The reason was left or Enter was pressed: the preview may show the numbers now. */
  readonly onReasonDone: () => void
  readonly reasonError: string | null
  readonly thisYear: string
  readonly reasonInput: RefObject<HTMLInputElement | null>
}

const everywhere = '*'

/** What the ledger holds and how much of the numbers it shows. */
export function LedgerOptions({ choice, onChange, onReasonDone, reasonError, thisYear, reasonInput }: LedgerOptionsProps) {
  const { t } = useTranslation()
  const { value: places } = useQuery('persons.places', {})
  const years = [0, 1, 2].map((back) => String(Number(thisYear) - back))
  const towns = (places ?? []).filter((place) => place.town !== '')
  const options = [{ value: everywhere, label: t('ledger.allTowns', { count: towns.length }) }, ...towns.map(({ town }) => ({ value: town, label: town }))]
  const Town = options.length > 7 ? ComboBox : Select
  return (
    <div className="ledger-options" data-region role="region" aria-label={t('ledger.options')} tabIndex={-1}>
      <Select label={t('ledger.which')} value="fourOnes" onChange={() => undefined} options={[{ value: 'fourOnes', label: t('ledger.fourOnes') }]} />
      <Select
        label={t('ledger.year')} value={choice.cycleYear} onChange={(cycleYear) => onChange({ cycleYear })}
        options={years.map((year) => ({ value: year, label: t('common.year', { year }) }))}
      />
      <Town label={t('ledger.town')} value={choice.town ?? everywhere} onChange={(town) => onChange({ town: town === everywhere ? null : town })} options={options} />
      <RadioGroup
        label={t('ledger.masking')} vertical value={choice.masking} onChange={(masking) => onChange({ masking })}
        options={(['SCREEN', 'INTERNAL', 'PUBLIC'] as const).map((value) => ({ value, label: t(`ledger.maskingKind.${value}`), note: t(`ledger.maskingNote.${value}`) }))}
      />
      {choice.masking === 'INTERNAL' && (
        <TextField
          label={t('ledger.reason')} hint={t('ledger.reasonHint')} error={reasonError} required value={choice.reason} onChange={(reason) => onChange({ reason })}
          onBlur={onReasonDone} onEnter={onReasonDone} maxLength={200} inputRef={reasonInput} path="reason"
        />
      )}
      <p className="field-hint">{t('ledger.rowsExplained')}</p>
    </div>
  )
}
