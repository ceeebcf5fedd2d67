import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHandOver } from './context.ts'

/** 看不懂 on a page that is no consent: the same said in a few plain sentences. */
export function usePlain(matter: 'file' | 'said' | 'sign'): { readonly lines: readonly string[]; readonly isShown: boolean; readonly onToggle: () => void } {
  const { t } = useTranslation()
  const { view } = useHandOver()
  const [isShown, setIsShown] = useState(false)
  return { lines: t(`handOver.plain.${matter}`, { who: view.counsellor }).split('\n'), isShown, onToggle: () => setIsShown(!isShown) }
}
