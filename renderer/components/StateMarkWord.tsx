import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import './Marks.css'

/** 已完成, 填写中, 还没做: where a step of a set-up stands. */
export function StateMarkWord({ look }: { readonly look: 'done' | 'now' | 'open' }) {
  const { t } = useTranslation()
  if (look === 'done') return <span className="mark ok"><Icon name="received" />{t('common.state.done')}</span>
  if (look === 'now') return <span className="mark warn"><Icon name="pencil" />{t('common.state.filling')}</span>
  return <span className="mark"><Icon name="dashed" />{t('common.state.notDue')}</span>
}
