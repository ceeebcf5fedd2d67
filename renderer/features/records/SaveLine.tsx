import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../components/Icon.tsx'
import type { SaveState } from './useRecordForm.ts'

/** Saying it again sooner would only disturb (design 9). */
const quiet = 10_000

/** Where the draft is. 已保存 is said only when it is on this disk; aloud at most once in ten seconds, a failure at once. */
export function SaveLine({ save }: { readonly save: SaveState }) {
  const { t } = useTranslation()
  const words = save.at === 'saved' ? t('records.saved', { time: clock(save.savedAt) }) : save.at === 'failed' ? '' : t(`records.save.${save.at}`)
  const spoken = useSpoken(save.at === 'saved' ? words : '')
  return (
    <>
      {save.at === 'failed'
        ? <span className="save-line bad" role="alert"><Icon name="alert" />{t('records.saveFailed', { message: save.message })}</span>
        : <span className="save-line soft">{save.at === 'saved' && <span className="mark ok"><Icon name="check" /></span>}{words}</span>}
      <span className="hidden-text" role="status">{spoken}</span>
    </>
  )
}

function useSpoken(words: string): string {
  const [spoken, setSpoken] = useState('')
  const last = useRef(0)
  useEffect(() => {
    if (words === '') return
    const wait = Math.max(0, last.current + quiet - Date.now())
    const timer = setTimeout(() => {
      last.current = Date.now()
      setSpoken(words)
    }, wait)
    return () => clearTimeout(timer)
  }, [words])
  return spoken
}

function clock(instant: string): string {
  return new Date(instant).toLocaleTimeString('zh-CN', { hour12: false })
}
