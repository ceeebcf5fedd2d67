import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { entriesFor } from './entries.ts'

/** After a change of screen: the window is named after it, and a focus that was lost with the old screen goes to the new heading. */
export function useScreenFocus(): void {
  const [location] = useLocation()
  const { t } = useTranslation()
  const entry = entriesFor('office').flat().find((each) => location.startsWith(each.path))
  const name = entry === undefined ? '' : t(`frame.${entry.label}`)
  useEffect(() => {
    document.title = [name, t('common.appName')].filter(Boolean).join(' · ')
  }, [name, t])
  useEffect(() => {
    let frame = 0
    function look(framesLeft: number) {
      if (document.activeElement !== null && document.activeElement !== document.body) return
      const main = document.getElementById('main')
      const heading = main?.querySelector<HTMLElement>('h1[tabindex]') ?? null
      // A screen that is fetched from the disk has no heading yet.
      if (heading === null && framesLeft > 0) frame = requestAnimationFrame(() => look(framesLeft - 1))
      else (heading ?? main)?.focus()
    }
    frame = requestAnimationFrame(() => look(60))
    return () => cancelAnimationFrame(frame)
  }, [location])
}
