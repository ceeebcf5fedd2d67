import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../../api/SessionContext.tsx'
import type { Settings } from '../../api/client.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox, RadioGroup } from '../../components/Choices.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Select } from '../../components/Select.tsx'
import { useView } from '../../state/view.ts'
import { VoiceSetting } from '../handover/VoiceSetting.tsx'
import { CountySettings } from '../sync/CountySettings.tsx'
import { CountyWays } from './ways/CountyWays.tsx'
import { PasswordSettings } from './PasswordSettings.tsx'
import './SettingsScreen.css'

const sizes = ['100', '125', '150', '200'] as const
const themes = ['light', 'dark', 'sun'] as const
const densities = ['standard', 'compact', 'touch'] as const
const minutes = ['5', '10', '15', '30', '60'] as const

/** Everything acts at once. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const { settings, change, state } = useSession()
  const [problem, setProblem] = useState<string | null>(null)
  async function set(patch: Partial<Settings>) {
    setProblem((await change(patch))?.message ?? null)
  }
  return (
    <div className="page">
      <div className="page-head"><h1 tabIndex={-1}>{t('settings.title')}</h1></div>
      {problem !== null && <Notice kind="bad" urgent>{problem}</Notice>}
      <div className="page-scroll settings" data-region tabIndex={-1}>
        <section aria-labelledby="settings-display">
          <h2 id="settings-display">{t('settings.display')}</h2>
          <RadioGroup
            label={t('settings.language')} value={settings.language} onChange={(language) => void set({ language })}
            options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]}
          />
          <RadioGroup
            label={t('settings.textSize')} value={String(settings.textSize) as (typeof sizes)[number]}
            onChange={(size) => void set({ textSize: Number(size) as Settings['textSize'] })}
            options={sizes.map((size) => ({ value: size, label: t('settings.percent', { count: Number(size) }) }))}
          />
          <RadioGroup
            label={t('settings.theme')} value={settings.theme} onChange={(theme) => void set({ theme })}
            options={themes.map((theme) => ({ value: theme, label: t(`settings.${theme}`) }))}
          />
          <RadioGroup
            label={t('settings.density')} value={settings.density} onChange={(density) => void set({ density })}
            options={densities.map((density) => ({ value: density, label: t(`settings.${density}`) }))}
          />
          <VoiceSetting />
        </section>
        <section aria-labelledby="settings-keys">
          <h2 id="settings-keys">{t('settings.keys')}</h2>
          <Checkbox checked={settings.singleKeys} onChange={(singleKeys) => void set({ singleKeys })}>{t('settings.singleKeys')}</Checkbox>
          <div><Button icon="keys" keys="Ctrl /" onPress={() => useView.setState({ shortcutsOpen: true })}>{t('settings.showKeys')}</Button></div>
        </section>
        <section aria-labelledby="settings-account">
          <h2 id="settings-account">{t('settings.account')}</h2>
          <Select
            className="short" label={t('settings.idleLock')} value={String(settings.idleLockMinutes)} onChange={(value) => void set({ idleLockMinutes: Number(value) })}
            options={[...new Set([...minutes, String(settings.idleLockMinutes)])].map((value) => ({ value, label: t('settings.minutes', { count: Number(value) }) }))}
          />
          <PasswordSettings />
        </section>
        <CountySettings />
        <CountyWays />
        <section aria-labelledby="settings-device">
          <h2 id="settings-device">{t('settings.device')}</h2>
          <dl className="pairs">
            <div><dt>{t('settings.user')}</dt><dd>{state.current?.name}</dd></div>
            <div><dt>{t('settings.county')}</dt><dd>{state.county?.name} {state.county?.code}</dd></div>
          </dl>
        </section>
      </div>
    </div>
  )
}
