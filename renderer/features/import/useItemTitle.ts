import { useTranslation } from 'react-i18next'
import type { NavItem } from './sections.ts'

/** What a group is called: by the checker where it names the finding, else by its verdict or standing. */
export function useItemTitle(): (item: NavItem) => string {
  const { t } = useTranslation()
  return (item) => {
    if (item.title !== null) return item.title
    if (item.question.standing !== undefined) return t(`importing.standing.${item.question.standing}`)
    return t(`importing.section.${item.section}`)
  }
}
