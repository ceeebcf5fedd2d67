import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../domain/plan/index.ts'
import { useSession } from '../../api/SessionContext.tsx'
import type { ApiProblem } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { DateField } from '../../components/DateField.tsx'
import { Dialog } from '../../components/Dialog.tsx'

interface MoveDialogProps {
  readonly from: string
  readonly problem: ApiProblem | null
  readonly onClose: () => void
  readonly onMove: (on: string) => void
}

/** Another day for visits; the day after is the first guess. */
export function MoveDialog({ from, problem, onClose, onMove }: MoveDialogProps) {
  const { t } = useTranslation()
  const { today } = useSession().state
  const [day, setDay] = useState<string | null>(addDays(from < today ? today : from, from < today ? 0 : 1))
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('planning.moveTitle')}
      actions={(
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" keys="Ctrl Enter" onPress={() => day !== null && onMove(day)}>{t('planning.moveAction')}</Button>
        </>
      )}
    >
      <DateField label={t('planning.day')} value={day} min={today} onChange={setDay} error={problem?.field === 'on' ? problem.message : null} required />
    </Dialog>
  )
}
