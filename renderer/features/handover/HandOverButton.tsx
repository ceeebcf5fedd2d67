import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../../components/Button.tsx'
import type { ButtonProps } from '../../components/Button.tsx'
import { useBack } from './back.ts'

/** Leads to the page from which the screen is handed over. An open form leaves its draft on the disk on the way. */
export function HandOverButton({ personId, ...rest }: { readonly personId: string } & Pick<ButtonProps, 'size' | 'kind'>) {
  const { t } = useTranslation()
  const [location, navigate] = useLocation()
  return (
    <Button
      {...rest}
      icon="people"
      onPress={() => {
        useBack.setState({ path: location })
        navigate(`/hand-over/${personId}`)
      }}
    >
      {t('handOver.open')}
    </Button>
  )
}
