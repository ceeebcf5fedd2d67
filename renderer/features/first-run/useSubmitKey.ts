import { useKeys } from '../../app/useKeys.ts'

/** Ctrl+Enter presses the primary button, also before there is a frame. */
export function useSubmitKey(onSubmit: () => void): void {
  useKeys({ 'ctrl+Enter': onSubmit })
}
