import { create } from 'zustand'

/** Where the counsellor was before the screen was handed over. An address, nothing of the person. */
export const useBack = create<{ readonly path: string | null }>(() => ({ path: null }))
