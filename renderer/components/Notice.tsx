import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import './Notice.css'

interface NoticeProps {
  readonly kind?: 'info' | 'warn' | 'bad' | 'ok'
  readonly children: ReactNode
  /** One action. */
  readonly action?: ReactNode
  /** Read out at once; for what came about through the last action. */
  readonly urgent?: boolean
}

/** One line that says what happened, what is safe, what to do; it stays until solved. */
export function Notice({ kind = 'info', children, action, urgent = false }: NoticeProps) {
  const icon = kind === 'ok' ? 'received' : kind === 'info' ? 'info' : 'alert'
  return (
    <div className={classes('notice', kind)} role={urgent ? 'alert' : undefined}>
      <Icon name={icon} />
      <div className="notice-words">{children}</div>
      {action}
    </div>
  )
}
