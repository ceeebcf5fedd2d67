import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { shortDate } from '../../components/Marks.tsx'
import { useGroupWords } from './useGroupWords.ts'

type Progress = NonNullable<Output<'groups.ofPerson'>['graduate']>['progress']

interface GraduateStepsProps {
  readonly progress: Progress
  readonly today: string
  readonly canWrite: boolean
  readonly onDrop: (index: number) => void
}

/** What is still owed, then what was done. */
export function GraduateSteps({ progress, today, canWrite, onDrop }: GraduateStepsProps) {
  const { t } = useTranslation()
  const words = useGroupWords()
  const kind = (code: string) => words.code('graduateStep', code)
  return (
    <>
      <ul className="step-counts" aria-label={t('groups.graduate.counts')}>
        {progress.counts.map(({ kinds, owed, done }) => (
          <li key={kinds.join()}>
            <span>{kinds.map(kind).join(t('groups.or'))}</span>{' '}
            <span className={done >= owed ? 'mark ok' : 'mark'}>
              <Icon name={done >= owed ? 'check' : 'dashed'} />
              {done >= owed ? t('groups.graduate.enough', { done, owed }) : t('groups.graduate.missing', { done, owed, count: owed - done })}
            </span>
          </li>
        ))}
      </ul>
      {progress.steps.length > 0 && (
        <table className="plain-table graduate-steps">
          <thead><tr><th scope="col">{t('groups.graduate.on')}</th><th scope="col">{t('groups.graduate.kind')}</th><th scope="col">{t('groups.graduate.result')}</th><th scope="col">{t('groups.graduate.from')}</th></tr></thead>
          <tbody>
            {progress.steps.map((step) => (
              <tr key={`${step.on}${step.kind}${step.documentId ?? ''}${String(step.index)}`}>
                <td className="nowrap">{shortDate(step.on, today)}</td>
                <th scope="row">{kind(step.kind)}{step.count > 1 && ` × ${String(step.count)}`}</th>
                <td>{step.result === null ? t('common.unknown') : step.index === null ? words.code('serviceResult', step.result) : step.result}</td>
                <td>
                  {step.index === null ? t('groups.graduate.byService') : t('groups.graduate.byHand')}
                  {canWrite && step.index !== null && (
                    <Button size="sm" kind="quiet" aria-label={t('groups.graduate.dropName', { kind: kind(step.kind), on: step.on })} onPress={() => onDrop(step.index ?? -1)}>{t('groups.graduate.drop')}</Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
