import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { FieldLabel, FieldNotes } from '../../components/FieldFrame.tsx'
import { piecesOf } from '../import/differences.ts'

type Side = 'a' | 'b'

interface ChoiceRowProps {
  readonly path: string
  readonly label: string
  readonly letters: { readonly [side in Side]: string }
  readonly values: { readonly [side in Side]: string }
  readonly value: Side | null
  readonly onChange: (side: Side) => void
  readonly error: string | null
}

/** One item in which the two differ: both values, the signs that differ underlined, none of them chosen. */
export function ChoiceRow({ path, label, letters, values, value, onChange, error }: ChoiceRowProps) {
  return (
    <RadioGroup
      className="field choice-row" data-path={path} value={value} onChange={(side) => onChange(side as Side)} isInvalid={error !== null} isRequired
      orientation="horizontal" validationBehavior="aria"
    >
      <FieldLabel label={label} required={false} />
      <div className="choice-values">
        {(['a', 'b'] as const).map((side) => (
          <Radio key={side} value={side} className="choice radio">
            <span className="box" />
            <span className="choice-letter">{letters[side]}</span>
            <span className="choice-value"><Marked text={values[side]} other={values[side === 'a' ? 'b' : 'a']} /></span>
          </Radio>
        ))}
      </div>
      <FieldNotes hint={undefined} error={error} warning={undefined} />
    </RadioGroup>
  )
}

function Marked({ text, other }: { readonly text: string; readonly other: string }) {
  return piecesOf(text, other).map((piece, at) => (piece.differs ? <u key={at}>{piece.text}</u> : <span key={at}>{piece.text}</span>))
}
