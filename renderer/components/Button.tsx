import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import type { ReactNode, Ref } from 'react'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'
import './Button.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children?: ReactNode
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'sm' | 'md' | 'lg'
  readonly icon?: IconName
  /** Shown beside the words; the key itself is handled by the screen. */
  readonly keys?: string
  /** Only the icon is seen; the words are heard. */
  readonly iconOnly?: boolean
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ children, kind = 'plain', size = 'md', icon, keys, iconOnly = false, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classes('button', kind, size, iconOnly && 'icon-only', className)}>
      {icon !== undefined && <Icon name={icon} />}
      {iconOnly ? <span className="hidden-text">{children}</span> : children}
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </AriaButton>
  )
}
