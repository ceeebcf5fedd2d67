import { useState } from 'react'
import { checkedFields } from '../../../domain/records/index.ts'
import type { JsonObject, PersonFile } from '../../api/client.ts'
import { basicFields } from '../person/basicFields.ts'
import type { FieldName } from '../person/basicFields.ts'
import { CompareRow } from './CompareRow.tsx'

export interface Change {
  readonly field: string
  readonly old?: unknown
  readonly new: unknown
  /** The change of the file that was shown when this was typed: if somebody has moved on since, both values are kept. */
  readonly seen?: string | null
}

export interface CompareGroupProps {
  readonly group: keyof typeof checkedFields
  readonly file: PersonFile
  readonly body: JsonObject
  readonly correcting: JsonObject | null
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

/** The lines of one group: what the file says, and what has changed. */
export function CompareGroup({ group, file, body, correcting, errorAt, onSet, onLeave }: CompareGroupProps) {
  const [open, setOpen] = useState<FieldName | null>(null)
  const changes = changesOf(body)
  const corrected = correcting === null ? [] : changesOf(correcting)

  /** What the file said before this check: while a check is corrected, the file holds its new value already. */
  function before(field: FieldName): unknown {
    const known = changes.find((each) => each.field === field) ?? corrected.find((each) => each.field === field)
    return known === undefined || known.old === undefined ? (file.fields[field] ?? null) : known.old
  }

  function seenOf(field: FieldName): string | null {
    const known = changes.find((each) => each.field === field)
    return known?.seen === undefined ? (file.heads[field] ?? null) : known.seen
  }

  function put(field: FieldName, value: unknown) {
    const others = changes.filter((change) => change.field !== field)
    const old = before(field)
    const isBack = value === null || value === '' || same(value, old)
    // A covered value is no value: the store knows the whole one and writes it down.
    const next = isBack ? others : [...others, { field, ...(isCovered(field) ? {} : { old }), new: value, seen: seenOf(field) }]
    onSet('changes', next)
    if (next.length > 0 && (body.result === undefined || body.result === null || body.result === 'MATCH')) onSet('result', 'UPDATED')
    if (next.length === 0 && body.result === 'UPDATED') onSet('result', 'MATCH')
  }

  return (
    <ul className="compare-rows">
      {checkedFields[group].flatMap((name) => basicFields.get(name) ?? []).map((field) => (
        <CompareRow
          key={field.name}
          field={field}
          before={before(field.name)}
          change={changes.find((each) => each.field === field.name)}
          isOpen={open === field.name}
          error={errorAt(`changes.${field.name}`)}
          onOpen={(isOpen) => {
            setOpen(isOpen ? field.name : null)
            if (!isOpen) onLeave(`changes.${field.name}`)
          }}
          onPut={put}
          onLeave={() => onLeave(`changes.${field.name}`)}
        />
      ))}
    </ul>
  )
}

function isCovered(field: FieldName): boolean {
  const kind = basicFields.get(field)?.kind
  return kind === 'hidden' || kind === 'hiddenFixed'
}

export function changesOf(body: JsonObject): readonly Change[] {
  return Array.isArray(body.changes) ? (body.changes as unknown as readonly Change[]) : []
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i])
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.trim() === b.trim())
}
