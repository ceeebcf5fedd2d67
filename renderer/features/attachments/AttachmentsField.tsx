import { useEffect, useId, useRef, useState } from 'react'
import type { ClipboardEvent, DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { classes } from '../../components/classes.ts'
import { Icon } from '../../components/Icon.tsx'
import { Notice } from '../../components/Notice.tsx'
import { AttachmentRow } from './AttachmentRow.tsx'
import type { Attachment } from './AttachmentRow.tsx'
import { RemoveDialog } from './RemoveDialog.tsx'
import { useStoring } from './useStoring.ts'
import './attachments.css'

interface AttachmentsFieldProps {
  readonly personId: string
  /** Its place in the record; also where problems of it are shown. */
  readonly path: string
  readonly label: string
  readonly needed?: boolean
  readonly value: unknown
  /** What the version that is being corrected had: taking one of these away asks for the reason. */
  readonly before?: unknown
  /** Removals of earlier, kept beside the list. */
  readonly removed?: unknown
  readonly errorAt: (path: string) => string | null
  readonly onSet: (path: string, value: unknown) => void
  readonly onLeave: (path: string) => void
}

const most = 12

/** Photos, scans and papers: chosen, dropped or pasted; or a paper that lies somewhere. */
export function AttachmentsField({ personId, path, label, needed = false, value, before, removed, errorAt, onSet, onLeave }: AttachmentsFieldProps) {
  const { t } = useTranslation()
  const errorId = useId()
  const root = useRef<HTMLFieldSetElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [removing, setRemoving] = useState<number | null>(null)
  const list = listOf(value)
  const latest = useRef(list)
  useEffect(() => {
    latest.current = list
  })
  const had = new Set(listOf(before).map((one) => one.hash ?? one.name))
  const { store, busy, faults, forget } = useStoring(personId)
  const error = errorAt(path)

  function put(next: readonly Attachment[]) {
    latest.current = next
    onSet(path, next)
  }
  async function add(files: readonly File[]) {
    await store(files.slice(0, most - latest.current.length), (stored, name) => {
      if (latest.current.some((one) => one.hash === stored.hash)) return
      put([...latest.current, { name, ...stored }])
    })
    onLeave(path)
  }
  function addPaper() {
    put([...latest.current, { name: '', location: '' }])
    setTimeout(() => root.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
  }
  function remove(at: number, reason: string | null) {
    const gone = latest.current[at]
    if (gone !== undefined && reason !== null) onSet(`${path}Removed`, [...listOf(removed), { name: gone.name, ...(gone.hash === undefined ? {} : { hash: gone.hash }), reason }])
    put(latest.current.filter((_, i) => i !== at))
    onLeave(path)
    setRemoving(null)
    setTimeout(() => root.current?.querySelector<HTMLElement>('.attachment-drop button')?.focus())
  }
  function ask(at: number) {
    const one = latest.current[at]
    if (one !== undefined && had.has(one.hash ?? one.name)) setRemoving(at)
    else remove(at, null)
  }

  function onDrop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    void add([...event.dataTransfer.files])
  }
  function onPaste(event: ClipboardEvent) {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    void add(files)
  }

  return (
    <fieldset ref={root} className="attachments-field" data-path={path} aria-describedby={error === null ? undefined : errorId} onPaste={onPaste}>
      <legend className="field-label">{label}{needed && <span className="field-required">{t('common.required')}</span>}</legend>
      {list.length > 0 && (
        <ul>
          {list.map((one, at) => (
            <AttachmentRow
              key={one.hash ?? at}
              personId={personId}
              attachment={one}
              path={`${path}.${String(at)}`}
              errorAt={errorAt}
              onChange={(next) => put(list.map((each, i) => (i === at ? next : each)))}
              onLeave={onLeave}
              onRemove={() => ask(at)}
            />
          ))}
        </ul>
      )}
      {list.length < most && (
        <div
          className={classes('attachment-drop', isOver && 'over')}
          onDragOver={(event) => {
            event.preventDefault()
            setIsOver(true)
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={onDrop}
        >
          <input
            ref={chooser}
            type="file"
            multiple
            tabIndex={-1}
            aria-hidden="true"
            accept="image/*,application/pdf"
            onChange={(event) => {
              void add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Button size="sm" icon="plus" isPending={busy} onPress={() => chooser.current?.click()}>{t('attachments.choose')}</Button>
          <Button size="sm" icon="plus" onPress={addPaper}>{t('attachments.paper')}</Button>
          <span>{t('attachments.hint')}</span>
        </div>
      )}
      {faults.map((fault) => <Notice key={fault} kind="bad" urgent action={<Button size="sm" onPress={forget}>{t('attachments.seen')}</Button>}>{fault}</Notice>)}
      {error !== null && <p className="field-error" id={errorId}><Icon name="alert" /><span>{error}</span></p>}
      <RemoveDialog name={removing === null ? null : (list[removing]?.name ?? '')} onKeep={() => setRemoving(null)} onRemove={(reason) => removing !== null && remove(removing, reason)} />
    </fieldset>
  )
}

function listOf(value: unknown): readonly Attachment[] {
  return Array.isArray(value) ? (value as unknown[]).filter((one): one is Attachment => typeof one === 'object' && one !== null) : []
}
