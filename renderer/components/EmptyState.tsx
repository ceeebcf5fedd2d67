import type { ReactNode } from 'react'
import './EmptyState.css'

/** One sentence, one action, no picture. */
export function EmptyState({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{children}</p>
      {action}
    </div>
  )
}
