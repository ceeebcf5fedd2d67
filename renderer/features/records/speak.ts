/** A voice of this computer for this language; nothing is sent anywhere to be read. Without one nothing is offered: a foreign voice helps nobody. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null
  const start = language.slice(0, 2).toLowerCase()
  return window.speechSynthesis.getVoices().find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(start)) ?? null
}

export function canSpeak(language: string): boolean {
  return voiceFor(language) !== null
}

export function speak(words: string, language: string): void {
  const voice = voiceFor(language)
  if (voice === null) return
  window.speechSynthesis.cancel()
  const said = new SpeechSynthesisUtterance(words)
  said.voice = voice
  said.lang = voice.lang
  window.speechSynthesis.speak(said)
}
