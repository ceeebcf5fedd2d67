import { Checkbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import type { KeyedOption } from './optionKeys.ts'

interface ListProps {
  readonly label: string
  readonly describedBy: string
  readonly options: readonly KeyedOption[]
  readonly isInvalid: boolean
}

/** One of these; the arrow keys go from one to the next. */
export function OneOf({ label, describedBy, options, isInvalid, value, onChange }: ListProps & { readonly value: string | null; readonly onChange: (value: string) => void }) {
  return (
    <RadioGroup className="visit-options" orientation="horizontal" aria-label={label} aria-describedby={describedBy} isInvalid={isInvalid} value={value} onChange={onChange} validationBehavior="aria">
      {options.map((option) => <Radio key={option.value} value={option.value} className="visit-option"><Inside option={option} /></Radio>)}
    </RadioGroup>
  )
}

/** Any of these. */
export function SomeOf({ label, describedBy, options, isInvalid, value, onChange }: ListProps & { readonly value: readonly string[]; readonly onChange: (value: string[]) => void }) {
  return (
    <CheckboxGroup className="visit-options" aria-label={label} aria-describedby={describedBy} isInvalid={isInvalid} value={[...value]} onChange={onChange} validationBehavior="aria">
      {options.map((option) => <Checkbox key={option.value} value={option.value} className="visit-option many"><Inside option={option} /></Checkbox>)}
    </CheckboxGroup>
  )
}

function Inside({ option }: { readonly option: KeyedOption }) {
  return (
    <>
      <span className="visit-key" aria-hidden="true">{option.keys}</span>
      <span>{option.label}</span>
    </>
  )
}
