import type { CounterEvent, StoredStep } from './case.ts'

/**
 * Steps and counter events of a case as short texts. Rows of case_state lie four times closer together than with JSON, and every list reads
 * them from all over the file.
 */

/** One step after the other: state, done on, due on, document; '' for none. */
export function stepsToText(steps: readonly StoredStep[]): string {
  return steps.map(({ state, doneOn, dueOn, documentId }) => [state, doneOn ?? '', dueOn ?? '', documentId ?? ''].join(',')).join(';')
}

export function stepsFromText(text: string): StoredStep[] {
  if (text === '') return []
  return text.split(';').map((part, index) => {
    const [state = '', doneOn = '', dueOn = '', documentId = ''] = part.split(',')
    return {
      step: (index + 1) as StoredStep['step'],
      state: state as StoredStep['state'],
      doneOn: doneOn === '' ? null : doneOn,
      dueOn: dueOn === '' ? null : dueOn,
      documentId: documentId === '' ? null : documentId,
    }
  })
}

/** `2026-01-01+target`: from that day one more, or with a minus one less. */
export function eventsToText(events: readonly CounterEvent[]): string {
  return events.map(({ name, on, delta }) => `${on}${delta > 0 ? '+' : '-'}${name}`).join(',')
}

const dayLength = 'YYYY-MM-DD'.length

export function eventsFromText(text: string): CounterEvent[] {
  if (text === '') return []
  return text.split(',').map((part) => ({
    on: part.slice(0, dayLength),
    delta: part[dayLength] === '+' ? 1 : -1,
    name: part.slice(dayLength + 1),
  }))
}
