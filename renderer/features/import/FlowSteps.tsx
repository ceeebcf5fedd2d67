import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import type { Stage } from './importRun.ts'

const steps = ['choose', 'header', 'findings', 'confirm'] as const
const stepOfStage: Readonly<Record<Stage, number>> = { choose: 0, reading: 0, header: 1, findings: 2, writing: 3, done: 4 }

/** 选文件 → 认表头 → 看发现 → 确认. */
export function FlowSteps({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation()
  const here = stepOfStage[stage]
  return (
    <ol className="flow-steps" aria-label={t('importing.flow')}>
      {steps.map((step, at) => (
        <li key={step} aria-current={at === here ? 'step' : undefined}>
          {at < here && <><Icon name="check" /><span className="hidden-text">{t('common.state.done')} </span></>}
          {t(`importing.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
