import { useTranslation } from 'react-i18next'
import type { PlacedProblem } from './controls.ts'
import type { FieldLabel, FormSpec } from './formSpec.ts'

interface MissingLineProps {
  readonly spec: FormSpec
  readonly missing: readonly PlacedProblem[]
  readonly onGo: (path: string) => void
}

/** How many are named; the rest is found with Ctrl+E. */
const named = 4

/** What the record still lacks, each a way to its field. */
export function MissingLine({ spec, missing, onGo }: MissingLineProps) {
  const { t } = useTranslation()
  return (
    <p className="record-missing">
      {missing.length > 0 && t('records.left', { count: missing.length })}
      {missing.slice(0, named).map(({ path, at, message }) => (
        <button key={path} type="button" className="link-button" onClick={() => onGo(at ?? path)}>{labelOf(at ?? path) ?? message}</button>
      ))}
      {missing.length > named && <span aria-hidden="true">…</span>}
    </p>
  )

  function labelOf(path: string): string | null {
    const fields = spec.groups.flatMap((group) => group.fields)
    const own = fields.find((each) => each.path === path) ?? fields.find((each) => path.startsWith(`${each.path}.`))
    if (own !== undefined) return t(`records.field.${own.label}`)
    return isAdvice(path) ? t(`records.field.${path}`) : null
  }
}

function isAdvice(path: string): path is FieldLabel {
  return ['suggestedForms', 'suggestedFamilies', 'suggestedTraining', 'accommodations', 'reasonIfChanged'].includes(path)
}
