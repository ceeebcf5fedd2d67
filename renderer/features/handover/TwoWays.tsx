import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Label } from 'react-aria-components/Label'

interface TwoWaysProps<V extends string> {
  readonly label: string
  readonly value: V | null
  readonly options: readonly [{ readonly value: V; readonly label: string }, { readonly value: V; readonly label: string }]
  readonly onChange: (value: V) => void
}

/** Yes and no of the same size and weight; nothing is chosen beforehand. */
export function TwoWays<V extends string>({ label, value, options, onChange }: TwoWaysProps<V>) {
  return (
    <RadioGroup className="two-ways" value={value} onChange={(next) => onChange(next as V)} orientation="horizontal">
      <Label>{label}</Label>
      <div>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="two-ways-choice">
            <span className="box" aria-hidden="true" />
            <span>{option.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
