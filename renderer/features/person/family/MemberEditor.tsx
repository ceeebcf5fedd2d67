import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem, JsonObject } from '../../../api/client.ts'
import { Button } from '../../../components/Button.tsx'
import { Notice } from '../../../components/Notice.tsx'
import type { family as texts } from '../../../i18n/zh-CN/family.ts'
import type { FieldSpec } from '../../records/formSpec.ts'
import { goToPath } from '../../records/goToPath.ts'
import { RecordField } from '../../records/RecordField.tsx'
import { tidyValue } from '../tidyValue.ts'
import type { Faults } from '../useSaveFields.ts'

export interface MemberDraft {
  readonly id: string
  readonly [field: string]: JsonObject[string] | undefined
}

type MemberField = Pick<FieldSpec, 'kind' | 'table' | 'max' | 'words'> & {
  readonly path: keyof (typeof texts)['field']
  readonly width: number
  readonly needed?: boolean
}

const fields: readonly MemberField[] = [
  { path: 'name', kind: 'text', max: 32, width: 2, needed: true },
  { path: 'relation', kind: 'code', table: 'relation', width: 2, needed: true },
  { path: 'birthDate', kind: 'pastDate', width: 2 },
  { path: 'sex', kind: 'code', table: 'sex', width: 3, needed: true },
  { path: 'state', kind: 'code', table: 'employmentState', width: 3, needed: true },
  { path: 'ableAndWilling', kind: 'yesNo', words: 'can', width: 3, needed: true },
  { path: 'note', kind: 'text', max: 200, width: 3 },
]

interface MemberEditorProps {
  readonly draft: MemberDraft
  readonly onChange: (draft: MemberDraft) => void
  readonly onKeep: (draft: MemberDraft) => Promise<Faults>
  readonly onCancel: () => void
}

/** One member of the household, written or changed. What is typed stays until it is kept or put away. */
export function MemberEditor({ draft, onChange, onKeep, onCancel }: MemberEditorProps) {
  const { t } = useTranslation()
  const root = useRef<HTMLDivElement>(null)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const busy = useRef(false)
  useEffect(() => {
    goToPath(root.current, 'name')
  }, [])

  async function keep() {
    if (busy.current) return
    busy.current = true
    const entries = Object.entries(draft).map(([field, value]) => [field, field === 'id' ? value : tidyValue(field, value)] as const).filter(([, value]) => value !== null)
    const faults = await onKeep(Object.fromEntries(entries) as unknown as MemberDraft)
    busy.current = false
    if (faults === null) return
    setProblems(faults.fields)
    setFailure(faults.fields.length === 0 ? faults.message : null)
    setTimeout(() => goToPath(root.current, faults.fields[0]?.path ?? 'name'))
  }
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc in any field puts the editor away
    <div
      ref={root} className="inline-part" role="group" aria-label={t('family.addMember')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        onCancel()
      }}
    >
      <div className="six">
        {fields.map((field) => (
          <div key={field.path} className={`w${String(field.width)}`}>
            <RecordField
              spec={field} path={field.path} label={t(`family.field.${field.path}`)} needed={field.needed ?? false} value={draft[field.path]}
              error={problems.find(({ path }) => path === field.path)?.message ?? null}
              onSet={(path, value) => {
                onChange({ ...draft, [path]: value as JsonObject[string] })
                setProblems((old) => old.filter((problem) => problem.path !== path))
              }}
              onLeave={() => undefined}
            />
          </div>
        ))}
      </div>
      {failure !== null && <Notice kind="bad" urgent>{failure}</Notice>}
      <p className="editor-buttons">
        <Button kind="primary" size="sm" onPress={() => void keep()}>{t('family.keep')}</Button>
        <Button size="sm" onPress={onCancel}>{t('family.cancel')}</Button>
      </p>
    </div>
  )
}
