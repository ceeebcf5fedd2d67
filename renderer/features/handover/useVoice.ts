import { useCallback, useEffect, useState } from 'react'

export interface Voice {
  /** The system has a Chinese voice of its own; nothing is ever sent anywhere to be read. */
  readonly canRead: boolean
  readonly isReading: boolean
  readonly read: (lines: readonly string[]) => void
  readonly stop: () => void
}

/** Reads Chinese aloud with a voice that lives on this computer. Voices come late on some systems; then the button comes late, too. */
export function useVoice(): Voice {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(chineseVoice)
  const [isReading, setIsReading] = useState(false)

  useEffect(() => {
    if (!('speechSynthesis' in window)) return
    const { speechSynthesis } = window
    const look = () => setVoice(chineseVoice())
    look()
    speechSynthesis.addEventListener('voiceschanged', look)
    return () => {
      speechSynthesis.removeEventListener('voiceschanged', look)
      speechSynthesis.cancel()
    }
  }, [])

  const stop = useCallback(() => {
    setIsReading(false)
    if ('speechSynthesis' in window) window.speechSynthesis.cancel()
  }, [])

  const read = useCallback(
    (lines: readonly string[]) => {
      if (voice === null) return
      const { speechSynthesis } = window
      speechSynthesis.cancel()
      setIsReading(true)
      // Sentence by sentence: some systems stop in the middle of a long text.
      lines.forEach((line, index) => {
        const said = new SpeechSynthesisUtterance(line)
        said.voice = voice
        said.lang = voice.lang
        said.rate = 0.85
        if (index === lines.length - 1) said.onend = () => setIsReading(false)
        said.onerror = () => setIsReading(false)
        speechSynthesis.speak(said)
      })
    },
    [voice],
  )
  return { canRead: voice !== null, isReading, read, stop }
}

function chineseVoice(): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null
  const voices = window.speechSynthesis.getVoices().filter(({ lang, localService }) => localService && /^zh([-_]|$)/i.test(lang))
  return voices.find(({ lang }) => /^zh[-_](CN|Hans)/i.test(lang)) ?? voices[0] ?? null
}
