/** What the app asked of the desktop and the stand-in only noted; tests read it as `globalThis.electronStandIn.calls`. */
interface Call {
  api: string
  args: unknown[]
}

const calls: Call[] = []
Object.assign(globalThis, { electronStandIn: { calls } })

export function record(api: string, ...args: unknown[]): void {
  calls.push({ api, args })
}

export function say(sentence: string): void {
  process.stderr.write(`electron stand-in: ${sentence}\n`)
}

/** Trouble inside the stand-in that the app need not know of; FOUR_ONES_STANDIN_DEBUG=1 shows it. */
export function debug(...what: unknown[]): void {
  if (process.env['FOUR_ONES_STANDIN_DEBUG']) console.error('[stand-in]', ...what)
}
