import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeTableId } from '../../../domain/codes/index.ts'
import { Button } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import type { BasicField, FieldName } from '../person/basicFields.ts'
import type { Change } from './CompareGroup.tsx'
import { covered } from './covered.ts'
import { RecordField } from './RecordField.tsx'
import { useValueWords } from './useValueWords.ts'

interface CompareRowProps {
  readonly field: BasicField
  readonly before: unknown
  readonly change: Change | undefined
  readonly isOpen: boolean
  readonly error: string | null
  readonly onOpen: (isOpen: boolean) => void
  readonly onPut: (field: FieldName, value: unknown) => void
  readonly onLeave: () => void
}

/** One line: what the file says, and 改. A change shows both; only the line that is being changed is a field. */
export function CompareRow({ field, before, change, isOpen, error, onOpen, onPut, onLeave }: CompareRowProps) {
  const { t } = useTranslation()
  const words = useValueWords()
  const editor = useRef<HTMLDivElement>(null)
  const label = t(`person.field.${field.name}`)
  const table = field.table as CodeTableId | undefined
  const said = covered(field.name, words(before, table))
  const verb = said === '' && change === undefined ? t('records.compare.add') : t('records.compare.edit')

  useEffect(() => {
    if (isOpen) editor.current?.querySelector<HTMLElement>('input:checked, input, textarea')?.focus()
  }, [isOpen])

  const kind = field.kind === 'hidden' || field.kind === 'hiddenFixed' ? 'text' : field.kind
  return (
    <li className={isOpen ? 'compare-row open' : 'compare-row'} data-path={`changes.${field.name}`}>
      <span className="compare-name">{label}</span>
      <span className="compare-before">
        {said === '' ? <span className="faint">{t('common.unknown')}</span> : said}
        {change !== undefined && !isOpen && (
          <> <span aria-hidden="true">→</span><span className="hidden-text">{t('records.compare.now')}</span> <b>{covered(field.name, words(change.new, table))}</b> <span className="mark warn"><Icon name="pencil" />{t('records.compare.changed')}</span></>
        )}
      </span>
      {!isOpen && (
        <Button kind="quiet" size="sm" aria-label={`${verb} ${label}`} onPress={() => onOpen(true)}>{verb}</Button>
      )}
      {isOpen && (
        <div className="compare-editor" ref={editor}>
          <RecordField
            spec={{ kind: kind === 'date' ? 'pastDate' : kind, max: field.max ?? 40, words: 'is', ...(table === undefined ? {} : { table }) }}
            path={`changes.${field.name}`}
            label={t('records.compare.nowOf', { field: label })}
            value={change?.new}
            error={error}
            onSet={(_path, value) => onPut(field.name, value)}
            onLeave={onLeave}
          />
          <p className="inline-actions">
            <Button size="sm" onPress={() => onOpen(false)}>{t('records.compare.ready')}</Button>
            {change !== undefined && (
              <Button size="sm" kind="quiet" onPress={() => {
                onPut(field.name, null)
                onOpen(false)
              }}>{t('records.compare.keep')}</Button>
            )}
          </p>
        </div>
      )}
      {!isOpen && error !== null && <p className="field-error"><Icon name="alert" /><span>{error}</span></p>}
    </li>
  )
}
