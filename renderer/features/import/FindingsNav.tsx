import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../components/classes.ts'
import { Icon } from '../../components/Icon.tsx'
import type { NavItem, Section } from './sections.ts'
import { useItemTitle } from './useItemTitle.ts'

interface FindingsNavProps {
  readonly sections: readonly Section[]
  readonly current: string
  readonly onChoose: (item: NavItem) => void
}

/** The groups of findings. One tab stop; arrow keys, Home and End go from group to group and open it. */
export function FindingsNav({ sections, current, onChoose }: FindingsNavProps) {
  const { t } = useTranslation()
  const titleOf = useItemTitle()
  const nav = useRef<HTMLElement>(null)
  const items = sections.flatMap((section) => section.items)

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const at = items.findIndex((item) => item.id === current)
    const targets: { readonly [key: string]: number } = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    const item = items[Math.max(0, Math.min(items.length - 1, target))]
    if (item === undefined) return
    onChoose(item)
    nav.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(item.id)}"]`)?.focus()
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys go from button to button
    <nav className="findings-nav" data-region tabIndex={-1} ref={nav} aria-label={t('importing.findings')} onKeyDown={onKeyDown}>
      {sections.map((section) => (
        <section key={section.key} className={classes('findings-section', section.key)} aria-labelledby={`findings-${section.key}`}>
          <h2 id={`findings-${section.key}`}>
            <Icon name={section.icon} />
            <span>{t(`importing.section.${section.key}`)}</span>{' '}
            <span className="tiny faint">{t(`importing.sectionNote.${section.key}`)}</span>{' '}
            <b>{section.rows.toLocaleString('en-US')}<span className="hidden-text"> {t('importing.rowUnit')}</span></b>
          </h2>
          <ul>
            {section.items.map((item) => (
              <li key={item.id}>
                <button
                  type="button"
                  data-item={item.id}
                  aria-current={item.id === current ? 'true' : undefined}
                  tabIndex={item.id === current ? 0 : -1}
                  onClick={() => onChoose(item)}
                >
                  <span>{titleOf(item)}</span>{' '}
                  <span className="soft">{item.rows.toLocaleString('en-US')}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
