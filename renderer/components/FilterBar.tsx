import type { ReactNode } from 'react'
import './FilterBar.css'

/** A row of chips that say their value. */
export function FilterBar({ label, children, after }: { readonly label: string; readonly children: ReactNode; readonly after?: ReactNode }) {
  return (
    <div className="filter-bar" role="group" aria-label={label}>
      {children}
      {after !== undefined && <div className="filter-after">{after}</div>}
    </div>
  )
}
