/** Limits of one batch, as sealed by a device and as enforced by the county (bytes of UTF-8, before compression). */
export const batchLimits = {
  maxChanges: 1000,
  maxBytes: 1024 * 1024,
  /** JSON may nest this deep; anything deeper is no change of ours and would only exhaust a stack. */
  maxDepth: 32,
} as const
export type BatchLimits = { readonly maxChanges: number; readonly maxBytes: number; readonly maxDepth: number }

/** Whether JSON text nests deeper than allowed: told by counting, before anything parses it. */
export function nestsDeeperThan(text: string, maxDepth: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > maxDepth) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}
