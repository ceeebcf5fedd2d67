import type { Option } from './Choices.tsx'
import { Select } from './Select.tsx'

interface FilterSelectProps<V extends string> {
  readonly label: string
  /** What the chip says when it does not narrow the list. */
  readonly all: string
  readonly value: V | undefined
  readonly onChange: (value: V | undefined) => void
  readonly options: readonly Option<V>[]
}

const everything = '*'

/** One chip of a filter bar: 乡镇：全部 8 个. */
export function FilterSelect<V extends string>({ label, all, value, onChange, options }: FilterSelectProps<V>) {
  return (
    <Select
      chip
      label={label}
      className={value === undefined ? '' : 'set'}
      value={value ?? everything}
      onChange={(next) => onChange(next === everything ? undefined : (next as V))}
      options={[{ value: everything, label: all }, ...options]}
    />
  )
}
