import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import './Field.css'

/** What all fields share. */
export interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** Takes the place of the hint and is tied to the field. */
  readonly error?: string | null
  /** Said, never blocks. */
  readonly warning?: string | null
  readonly required?: boolean
  readonly className?: string
  /** The name of the field in its record, for jumping to it: `data-path`. */
  readonly path?: string
}

export function FieldLabel({ label, required = false }: { readonly label: string; readonly required?: boolean }) {
  const { t } = useTranslation()
  return (
    <Label>
      {label}
      {required && <span className="field-required">{t('common.required')}</span>}
    </Label>
  )
}

/** Hint, warning or error: exactly one line. `FieldError` shows only in an invalid field. */
export function FieldNotes({ hint, error, warning }: Pick<FieldProps, 'hint' | 'error' | 'warning'>) {
  if (error !== undefined && error !== null && error !== '') {
    return (
      <FieldError className="field-error">
        <Icon name="alert" />
        <span>{error}</span>
      </FieldError>
    )
  }
  if (warning !== undefined && warning !== null && warning !== '') {
    return <Text slot="description" className="field-hint warn">{warning}</Text>
  }
  if (hint !== undefined) return <Text slot="description" className="field-hint">{hint}</Text>
  return null
}

export function isInvalid(error: string | null | undefined): boolean {
  return error !== undefined && error !== null && error !== ''
}
