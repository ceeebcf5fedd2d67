import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api/useQuery.ts'
import { CheckboxGroup } from '../../components/Choices.tsx'

interface AreasFieldProps {
  readonly value: unknown
  readonly error: string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

const path = 'targetAreas'

/** Where the person would work: at home, anywhere, or in towns of the county. */
export function AreasField({ value, error, onSet, onLeave }: AreasFieldProps) {
  const { t } = useTranslation()
  // The towns do not change while a form is open.
  const places = useQuery('persons.places', {}, { reloadOn: () => false })
  const towns = (places.value ?? []).map(({ town }) => town).filter((town) => town !== '')
  const chosen = Array.isArray(value) ? (value as string[]) : []
  const known = new Set(['HOME', 'ANY', ...towns])
  const options = [
    { value: 'HOME', label: t('records.areas.home') },
    { value: 'ANY', label: t('records.areas.any') },
    ...[...towns, ...chosen.filter((area) => !known.has(area))].map((town) => ({ value: town, label: town })),
  ]
  return (
    <CheckboxGroup
      label={t('records.field.targetAreas')}
      path={path}
      required
      error={error}
      value={chosen}
      options={options}
      onChange={(next) => {
        onSet(path, next)
        onLeave(path)
      }}
    />
  )
}
