import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, isInvalid } from './FieldFrame.tsx'
import type { FieldProps } from './FieldFrame.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onBlur?: () => void
  readonly onFocus?: () => void
  /** Enter while an input method composes never arrives here. */
  readonly onEnter?: () => void
  readonly type?: 'text' | 'password' | 'search'
  readonly lines?: number
  readonly placeholder?: string
  readonly maxLength?: number
  readonly unit?: string
  readonly autoFocus?: boolean
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'decimal'
  readonly disabled?: boolean
  readonly readOnly?: boolean
  readonly size?: 'md' | 'lg'
  /** Stands in the row, behind the input. */
  readonly after?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, warning, required, className, path, onChange, onEnter, lines = 1, unit, after, size = 'md', inputRef } = props
  const { t } = useTranslation()
  // What is pasted beyond the end is cut by the control: that must be said.
  const isFull = lines > 1 && props.maxLength !== undefined && props.value.length >= props.maxLength
  function onKeyDown(event: KeyboardEvent) {
    // 229: some input methods report the Enter that ends a composition after it.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return
    onEnter?.()
  }
  return (
    <AriaTextField
      className={classes('field', size, className)}
      data-path={path}
      value={props.value}
      onChange={onChange}
      onBlur={() => props.onBlur?.()}
      onFocus={() => props.onFocus?.()}
      type={props.type ?? 'text'}
      isInvalid={isInvalid(error)}
      isRequired={required ?? false}
      isDisabled={props.disabled ?? false}
      isReadOnly={props.readOnly ?? false}
      validationBehavior="aria"
      maxLength={props.maxLength}
      autoComplete={props.autoComplete ?? 'off'}
      inputMode={props.inputMode}
      autoFocus={props.autoFocus ?? false}
    >
      <FieldLabel label={label} required={required ?? false} />
      <div className="field-row">
        {lines > 1 ? (
          <TextArea rows={lines} placeholder={props.placeholder} />
        ) : (
          <Input ref={inputRef ?? null} placeholder={props.placeholder} onKeyDown={onKeyDown} />
        )}
        {unit !== undefined && <span className="unit">{unit}</span>}
        {after}
      </div>
      <FieldNotes hint={hint} error={error} warning={warning ?? (isFull ? t('common.full', { count: props.maxLength }) : null)} />
    </AriaTextField>
  )
}
