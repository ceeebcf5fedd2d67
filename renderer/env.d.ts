/// <reference types="vite/client" />
import type { Bridge } from '../electron/api/contract.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly fourOnes: Bridge
  }
}
