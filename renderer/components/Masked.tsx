import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/ApiContext.tsx'
import type { Input } from '../api/client.ts'
import { Button } from './Button.tsx'
import './Masked.css'

interface MaskedProps {
  readonly personId: string
  readonly field: Input<'persons.reveal'>['field']
  /** As the store gave it, e.g. 210199********2167. */
  readonly masked: string | null
}

const shownFor = 30_000

/** Within it numbers stay covered: what the store would show is not what the page speaks of. */
export const StaysCovered = createContext(false)

/** A number that is covered. 显示 uncovers it for 30 seconds (the store keeps a note of it); it covers itself when the window loses focus. */
export function Masked({ personId, field, masked }: MaskedProps) {
  const { t } = useTranslation()
  const api = useApi()
  const stays = useContext(StaysCovered)
  const [whole, setWhole] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const label = t(`common.field.${field}`)
  const cover = useCallback(() => setWhole(null), [])

  useEffect(() => cover, [cover, personId, field])
  useEffect(() => {
    if (whole === null) return
    const timer = setTimeout(cover, shownFor)
    window.addEventListener('blur', cover)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('blur', cover)
    }
  }, [whole, cover])

  async function reveal() {
    const answer = await api.call('persons.reveal', { personId, field })
    if (answer.ok) {
      setProblem(null)
      setWhole(answer.value.value ?? t('common.masked.none'))
    } else setProblem(answer.error.message)
  }

  if (masked === null || masked === '') return <span className="faint">{t('common.unknown')}</span>
  const tail = masked.replaceAll('*', '').slice(-4)
  return (
    <span className="masked">
      <span className="masked-value" aria-hidden={whole === null}>{whole ?? masked}</span>
      {whole === null && <span className="hidden-text">{t('common.masked.tail', { label, tail })}</span>}
      {!stays && <Button
        kind="quiet"
        size="sm"
        icon={whole === null ? 'eye' : 'eyeOff'}
        aria-label={whole === null ? t('common.masked.reveal', { label }) : t('common.masked.conceal', { label })}
        onPress={() => (whole === null ? void reveal() : cover())}
      >
        {whole === null ? t('common.show') : t('common.hide')}
      </Button>}
      <span className="hidden-text" role="status">{whole === null ? '' : t('common.masked.shown', { label })}</span>
      {problem !== null && <span className="field-hint warn" role="alert">{problem}</span>}
    </span>
  )
}
