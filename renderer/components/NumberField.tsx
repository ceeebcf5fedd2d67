import { useEffect, useState } from 'react'
import { TextField } from './TextField.tsx'
import type { FieldProps } from './FieldFrame.tsx'

export interface NumberFieldProps extends FieldProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly onBlur?: () => void
  readonly unit?: string
  /** Digits after the point; 0 for whole numbers. */
  readonly decimals?: number
  readonly disabled?: boolean
  readonly placeholder?: string
}

/** Shows 1,286; takes full-width digits and separators. What is no number stays in the field and counts as nothing. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, decimals = 0 } = props
  const [text, setText] = useState(() => shown(value, decimals))
  useEffect(() => {
    setText((old) => (readNumber(old, decimals) === value ? old : shown(value, decimals)))
  }, [value, decimals])
  return (
    <TextField
      {...props}
      value={text}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      onChange={(next) => {
        setText(next)
        const number = readNumber(next, decimals)
        if (number !== value) onChange(number)
      }}
      onBlur={() => {
        if (value !== null) setText(shown(value, decimals))
        props.onBlur?.()
      }}
    />
  )
}

/** Money is whole fen outside and yuan on the screen. */
export function MoneyField({ fen, onChange, ...rest }: Omit<NumberFieldProps, 'value' | 'onChange' | 'decimals'> & {
  readonly fen: number | null
  readonly onChange: (fen: number | null) => void
}) {
  return (
    <NumberField
      {...rest}
      unit={rest.unit ?? '元'}
      decimals={2}
      value={fen === null ? null : fen / 100}
      onChange={(yuan) => onChange(yuan === null ? null : Math.round(yuan * 100))}
    />
  )
}

function shown(value: number | null, decimals: number): string {
  if (value === null) return ''
  return value.toLocaleString('en-US', { maximumFractionDigits: decimals, minimumFractionDigits: Number.isInteger(value) ? 0 : decimals })
}

export function readNumber(text: string, decimals: number): number | null {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null
  const number = Number(plain)
  return decimals === 0 && !Number.isInteger(number) ? null : Number(number.toFixed(decimals))
}
