import { codeLabel } from '../../../domain/codes/index.ts'
import type { PersonFile } from '../../api/client.ts'
import { codeLanguage } from '../../i18n/index.ts'

/** What the person said when asked whether work is wanted; null where the check says nothing of it. */
export function reasonOfNoNeed(file: PersonFile, language: string): string | null {
  const checks = file.documents.filter(({ entity, voided, body }) => entity === 'infoCheck' && !voided && body !== null)
  const newest = checks.sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]?.body
  if (newest?.hasEmploymentNeed !== false || typeof newest.noNeedReason !== 'string') return null
  return codeLabel('noNeedReason', newest.noNeedReason, codeLanguage(language))
}
