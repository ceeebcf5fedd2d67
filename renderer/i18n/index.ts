import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** Both languages are in the bundle: switching needs no file, no wait and no restart. */
void i18next.use(initReactI18next).init({
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  lng: 'zh-CN',
  fallbackLng: 'zh-CN',
  interpolation: { escapeValue: false },
  initAsync: false,
})

export { i18next }
export type Language = 'zh-CN' | 'en'

/** The language of the code tables of the domain. */
export function codeLanguage(language: string): 'zh' | 'en' {
  return language === 'en' ? 'en' : 'zh'
}
