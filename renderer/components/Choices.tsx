import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { FieldLabel, FieldNotes, isInvalid } from './FieldFrame.tsx'
import type { FieldProps } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'

export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
  /** The reason or a second line. */
  readonly note?: string
}

interface CheckboxProps {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  readonly disabled?: boolean
  readonly path?: string
}

export function Checkbox({ checked, onChange, children, disabled = false, path }: CheckboxProps) {
  return (
    <AriaCheckbox className="choice" isSelected={checked} onChange={onChange} isDisabled={disabled} data-path={path}>
      <span className="box">{checked && <Icon name="check" />}</span>
      <span>{children}</span>
    </AriaCheckbox>
  )
}

export interface CheckboxGroupProps<V extends string> extends FieldProps {
  readonly value: readonly V[]
  readonly onChange: (value: V[]) => void
  readonly options: readonly Option<V>[]
  readonly disabled?: boolean
}

export function CheckboxGroup<V extends string>(props: CheckboxGroupProps<V>) {
  const { label, hint, error, warning, required, className, path, options } = props
  return (
    <AriaCheckboxGroup
      className={classes('field', className)}
      data-path={path}
      value={[...props.value]}
      onChange={(value) => props.onChange(value as V[])}
      isInvalid={isInvalid(error)}
      isRequired={required ?? false}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
    >
      <FieldLabel label={label} required={required ?? false} />
      <div className="choices">
        {options.map((option) => (
          <AriaCheckbox key={option.value} value={option.value} className="choice">
            {({ isSelected }) => (
              <>
                <span className="box">{isSelected && <Icon name="check" />}</span>
                <span>{option.label}{option.note !== undefined && <span className="faint small"> {option.note}</span>}</span>
              </>
            )}
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} warning={warning} />
    </AriaCheckboxGroup>
  )
}

export interface RadioGroupProps<V extends string> extends FieldProps {
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly options: readonly Option<V>[]
  readonly vertical?: boolean
  readonly disabled?: boolean
}

export function RadioGroup<V extends string>(props: RadioGroupProps<V>) {
  const { label, hint, error, warning, required, className, path, options, vertical = false } = props
  return (
    <AriaRadioGroup
      className={classes('field', className)}
      data-path={path}
      value={props.value}
      onChange={(value) => props.onChange(value as V)}
      orientation={vertical ? 'vertical' : 'horizontal'}
      isInvalid={isInvalid(error)}
      isRequired={required ?? false}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
    >
      <FieldLabel label={label} required={required ?? false} />
      <div className={classes('choices', vertical && 'vertical')}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice radio">
            <span className="box" />
            <span>{option.label}{option.note !== undefined && <span className="faint small"> {option.note}</span>}</span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={hint} error={error} warning={warning} />
    </AriaRadioGroup>
  )
}
