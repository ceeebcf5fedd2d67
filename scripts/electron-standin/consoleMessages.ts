import type { Json } from './cdp.ts'
import { toOuter } from './schemes.ts'

export interface ConsoleMessage {
  level: 'debug' | 'info' | 'warning' | 'error'
  message: string
  lineNumber: number
  sourceId: string
}

interface RemoteValue {
  type: string
  value?: unknown
  description?: string
}
interface CallFrame {
  url: string
  lineNumber: number
}
interface LogEntry {
  level: string
  text: string
  url?: string
  lineNumber?: number
}
interface ExceptionDetails {
  text: string
  url?: string
  lineNumber: number
  exception?: RemoteValue
}

const levels: Record<string, ConsoleMessage['level']> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
  verbose: 'debug',
}

/** Electron tells of console calls, uncaught errors and Chromium's own complaints (such as policy violations) as one kind of event. */
export function toConsoleMessage(method: string, params: Json): ConsoleMessage | undefined {
  if (method === 'Runtime.consoleAPICalled') {
    const args = params['args'] as RemoteValue[]
    const frame = (params['stackTrace'] as { callFrames?: CallFrame[] } | undefined)?.callFrames?.[0]
    const text = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ')
    return toMessage(params['type'] as string, text, frame?.url, frame?.lineNumber)
  }
  if (method === 'Runtime.exceptionThrown') {
    const { text, url, lineNumber, exception } = params['exceptionDetails'] as ExceptionDetails
    return toMessage('error', exception ? `${text} ${exception.description ?? String(exception.value)}` : text, url, lineNumber)
  }
  if (method === 'Log.entryAdded') {
    const { level, text, url, lineNumber } = params['entry'] as LogEntry
    return toMessage(level, text, url, lineNumber)
  }
  return undefined
}

function toMessage(level: string, message: string, url = '', lineNumber = 0): ConsoleMessage {
  return { level: levels[level] ?? 'info', message, lineNumber, sourceId: toOuter(url) }
}
