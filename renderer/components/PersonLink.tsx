import type { PersonRow } from '../api/client.ts'
import { PersonName } from './PersonName.tsx'
import { useView } from '../state/view.ts'

interface PersonLinkProps {
  readonly row: PersonRow
  /** The list that it stands in, to walk it with ‹ ›. */
  readonly trail: readonly string[]
  readonly step?: number
}

/** The way into a file; Enter opens it at the step that is due. */
export function PersonLink({ row, trail, step }: PersonLinkProps) {
  const wanted = step ?? row.nextStep
  return (
    <a
      className="grid-name"
      data-person-link
      href={`#/person/${row.id}${wanted === null ? '' : `/${String(wanted)}`}`}
      onClick={() => useView.setState({ trail })}
    >
      <PersonName name={row.name} />
    </a>
  )
}

/** Arrow keys go from name to name in a short list. */
export function moveBetweenPersons(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-person-link]')]
  const here = links.findIndex((link) => link === document.activeElement)
  if (here === -1) return
  event.preventDefault()
  links[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
