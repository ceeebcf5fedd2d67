import { useEffect, useState } from 'react'
import { TextField } from '../../components/TextField.tsx'
import type { FieldProps } from '../../components/FieldFrame.tsx'

interface TextsFieldProps extends FieldProps {
  readonly value: readonly string[]
  readonly onChange: (value: string[]) => void
  readonly onBlur: () => void
  readonly maxLength?: number
}

/** Several short texts in one field, with 、 between them. What is being typed stays as it is until the field is left. */
export function TextsField({ value, onChange, onBlur, maxLength = 400, ...rest }: TextsFieldProps) {
  const joined = value.join('、')
  const [text, setText] = useState(joined)
  useEffect(() => {
    setText((old) => (split(old).join('、') === joined ? old : joined))
  }, [joined])
  return (
    <TextField
      {...rest}
      maxLength={maxLength}
      value={text}
      onChange={(next) => {
        setText(next)
        onChange(split(next))
      }}
      onBlur={() => {
        setText(split(text).join('、'))
        onBlur()
      }}
    />
  )
}

function split(text: string): string[] {
  return text.split(/[、，,；;\n]/).map((part) => part.trim()).filter((part) => part !== '')
}
