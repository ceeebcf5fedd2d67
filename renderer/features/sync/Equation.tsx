import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'
import { Icon } from '../../components/Icon.tsx'

export type Balance = Output<'sync.balance'>

/** 写下 − 已收到 = 差 = 还没发出 + 待核实 + 被退回: either it adds up to the record, or it says that it does not. */
export function Equation({ balance }: { readonly balance: Balance }) {
  const { t } = useTranslation()
  const n = (value: number) => value.toLocaleString('en-US')
  const difference = balance.written - balance.received
  const parts = balance.unsent + balance.contested + balance.refused
  return (
    <div className="equation">
      <dl>
        <div><dt>{t('balance.writtenHere')}</dt><dd>{n(balance.written)}</dd></div>
        <div data-sign="−"><dt>{t('balance.received')}</dt><dd>{n(balance.received)}</dd></div>
        <div data-sign="="><dt>{t('balance.difference')}</dt><dd>{n(difference)}</dd></div>
        <div data-sign="="><dt><Icon name="laptop" /> {t('balance.unsent')}</dt><dd>{n(balance.unsent)}</dd></div>
        <div data-sign="+" className={balance.contested > 0 ? 'warn' : ''}><dt><Icon name="ask" /> {t('balance.contested')}</dt><dd>{n(balance.contested)}</dd></div>
        <div data-sign="+" className={balance.refused > 0 ? 'bad' : ''}><dt><Icon name="returned" /> {t('balance.refused')}</dt><dd>{n(balance.refused)}</dd></div>
      </dl>
      <p className="small" role="status">
        {difference === parts
          ? <><span className="mark ok"><Icon name="received" /></span>{t('balance.addsUp')}</>
          : <span className="mark bad wrap"><Icon name="alert" />{t('balance.doesNotAddUp', { difference: n(difference), parts: n(parts) })}</span>}
      </p>
    </div>
  )
}
