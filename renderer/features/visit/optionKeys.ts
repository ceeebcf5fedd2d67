import { useRef } from 'react'

/** What is pressed for an option: its digit, two digits where there are more than nine. */
export interface KeyedOption {
  readonly value: string
  readonly label: string
  readonly keys: string
}

export function keyed(options: readonly { readonly value: string; readonly label: string }[]): KeyedOption[] {
  const width = options.length > 9 ? 2 : 1
  return options.map((option, index) => ({ ...option, keys: String(index + 1).padStart(width, '0') }))
}

/** Takes digits until they name an option. Returns whether the key was a digit of ours. */
export function useOptionKeys(options: readonly KeyedOption[], onChoose: (value: string) => void): { readonly press: (key: string) => boolean; readonly forget: () => void } {
  const typed = useRef('')
  return {
    press(key) {
      if (!/^\d$/.test(key)) return false
      const matches = (text: string) => options.filter(({ keys }) => keys.startsWith(text))
      typed.current = matches(typed.current + key).length > 0 ? typed.current + key : key
      const [only, ...others] = matches(typed.current)
      if (only === undefined) typed.current = ''
      else if (others.length === 0 && only.keys === typed.current) {
        typed.current = ''
        onChoose(only.value)
      }
      return true
    },
    forget() {
      typed.current = ''
    },
  }
}

/** Keys of a visit never fire while somebody types words. */
export function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLElement && target.isContentEditable) return true
  return target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox'
}

/** While an input method composes, keys belong to it. */
export function isComposing(event: { readonly keyCode: number; readonly nativeEvent?: { readonly isComposing: boolean }; readonly isComposing?: boolean }): boolean {
  return event.keyCode === 229 || event.nativeEvent?.isComposing === true || event.isComposing === true
}
