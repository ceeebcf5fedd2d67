import { useTranslation } from 'react-i18next'
import type { Output } from '../../api/client.ts'

type Why = Output<'duplicates.list'>['pairs'][number]['why'][number]

/** Why two files may be of one person, in words. */
export function useWhyWords(): (why: Why) => string {
  const { t } = useTranslation()
  return ({ reason, likeness }) => (likeness === undefined ? t(`duplicates.${reason}`) : t(`duplicates.likeness.${likeness}`))
}
