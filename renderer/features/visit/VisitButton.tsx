import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../../components/Button.tsx'
import type { ButtonProps } from '../../components/Button.tsx'

/** Begins a visit, or goes on with one that was left. */
export function VisitButton({ personId, ...rest }: { readonly personId: string } & Pick<ButtonProps, 'size' | 'kind' | 'keys'>) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  return <Button icon="route" {...rest} onPress={() => navigate(`/visit/${personId}`)}>{t('visit.start')}</Button>
}
