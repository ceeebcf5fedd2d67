import { findingCodes } from '../../../domain/roster/findings.ts'
import type { ImportPreview, Input } from '../../api/client.ts'
import type { IconName } from '../../components/Icon.tsx'

/** The findings in the order of work: what a person should look at first, what was mended, what stays out, what is only said. */

export type SectionKey = 'doubtful' | 'mended' | 'refused' | 'duplicate' | 'flagged' | 'known'
export type RowsQuestion = Pick<Input<'roster.rows'>, 'code' | 'verdict' | 'standing'>

export interface NavItem {
  readonly id: string
  readonly section: SectionKey
  /** null: the words of the section itself. */
  readonly title: string | null
  readonly explanation: string | null
  readonly rows: number
  readonly question: RowsQuestion
}

export interface Section {
  readonly key: SectionKey
  readonly icon: IconName
  /** Rows, each once, however many findings it has. */
  readonly rows: number
  readonly items: readonly NavItem[]
}

const icons: Readonly<Record<SectionKey, IconName>> = {
  doubtful: 'ask', mended: 'check', refused: 'close', duplicate: 'balance', flagged: 'info', known: 'people',
}
const kinds = ['doubtful', 'mended', 'refused', 'duplicate', 'flagged'] as const
const standings = ['fresh', 'changed', 'same'] as const

export function sectionsOf(preview: ImportPreview, lang: 'zh' | 'en'): Section[] {
  const { counts, groups } = preview
  const sections: Section[] = kinds.map((kind) => {
    const items = groups
      .filter((group) => group.kind === kind)
      .map((group): NavItem => ({
        id: `${kind}/${group.code}`, section: kind, title: titleOf(group.code, group.title, lang), explanation: lang === 'zh' ? group.explanation : null,
        rows: group.rows, question: { code: group.code },
      }))
    const isPlain = kind === 'duplicate' && items.length === 0 && counts.duplicate > 0
    return {
      key: kind,
      icon: icons[kind],
      rows: counts[kind],
      items: isPlain ? [{ id: kind, section: kind, title: null, explanation: null, rows: counts.duplicate, question: { verdict: 'duplicate' } }] : items,
    }
  })
  const known = standings.map((standing): NavItem => ({
    id: `known/${standing}`, section: 'known', title: null, explanation: null, rows: counts[standing], question: { standing },
  }))
  sections.push({ key: 'known', icon: icons.known, rows: counts.fresh + counts.changed + counts.same, items: known.filter((item) => item.rows > 0) })
  return sections.filter((section) => section.items.length > 0)
}

function titleOf(code: string, given: string, lang: 'zh' | 'en'): string {
  if (lang === 'zh') return given
  return Object.hasOwn(findingCodes, code) ? findingCodes[code as keyof typeof findingCodes].en : given
}
