import { useState } from 'react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { TextField } from './TextField.tsx'
import type { FieldProps } from './FieldFrame.tsx'

interface PasswordFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly autoFocus?: boolean
  readonly fresh?: boolean
  readonly size?: 'md' | 'lg'
  readonly inputRef?: Ref<HTMLInputElement>
}

/** May be shown: wrong capitals and input methods are seen, not guessed. */
export function PasswordField({ fresh = false, ...props }: PasswordFieldProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      autoComplete={fresh ? 'new-password' : 'current-password'}
      maxLength={200}
      after={
        <Button
          icon={shown ? 'eyeOff' : 'eye'}
          size={props.size === 'lg' ? 'lg' : 'md'}
          aria-label={`${shown ? t('common.hide') : t('common.show')} ${props.label}`}
          onPress={() => setShown(!shown)}
        >
          {shown ? t('common.hide') : t('common.show')}
        </Button>
      }
    />
  )
}
