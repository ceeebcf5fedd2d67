import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/TextField.tsx'
import { useHandOver } from './context.ts'

export interface Giver {
  readonly value: { readonly givenBy: 'SELF' | 'GUARDIAN'; readonly guardianName: string | null }
  readonly isNamed: boolean
  readonly name: string
  readonly setName: (name: string) => void
}

/** Who signs: the person, or the guardian where the file says that one decides for them. */
export function useGiver(): Giver {
  const { view } = useHandOver()
  const [name, setName] = useState(view.guardianName ?? '')
  const isNamed = !view.needsGuardian || name.trim() !== ''
  return {
    value: view.needsGuardian ? { givenBy: 'GUARDIAN', guardianName: name.trim() } : { givenBy: 'SELF', guardianName: null },
    isNamed, name, setName,
  }
}

export function GuardianName({ giver }: { readonly giver: Giver }) {
  const { t } = useTranslation()
  const { view } = useHandOver()
  if (!view.needsGuardian) return null
  return (
    <div className="client-guardian">
      <TextField size="lg" label={t('handOver.guardian')} required maxLength={32} value={giver.name} onChange={giver.setName} />
    </div>
  )
}
