import { useState } from 'react'
import { useTranslation } from 'react-i18next'

const shortest = 8

/** A new password, typed twice. Errors appear on the attempt to go on, and go as soon as they are mended. */
export function usePasswordPair() {
  const { t } = useTranslation()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const [tried, setTried] = useState(false)
  const length = [...first].length
  const firstFault = first === '' ? t('firstRun.password.missing') : first.length < shortest ? t('firstRun.password.tooShort', { count: length }) : null
  const secondFault = first === second ? null : t('firstRun.password.differ')
  return {
    first,
    second,
    setFirst,
    setSecond,
    firstError: tried ? firstFault : null,
    secondError: tried && firstFault === null ? secondFault : null,
    /** True when both are right. */
    check: () => {
      setTried(true)
      return firstFault === null && secondFault === null
    },
    forget: () => {
      setFirst('')
      setSecond('')
      setTried(false)
    },
  }
}
