import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Picture } from './Picture.tsx'

export interface Attachment {
  readonly name: string
  readonly hash?: string
  readonly size?: number
  readonly type?: string
  /** Of a paper: where it lies. */
  readonly location?: string
}

interface AttachmentRowProps {
  readonly personId: string
  readonly attachment: Attachment
  readonly path: string
  readonly errorAt: (path: string) => string | null
  readonly onChange: (next: Attachment) => void
  readonly onLeave: (path: string) => void
  readonly onRemove: () => void
}

export function AttachmentRow({ personId, attachment, path, errorAt, onChange, onLeave, onRemove }: AttachmentRowProps) {
  const { t } = useTranslation()
  const { name = '', hash, size, location = '' } = attachment
  return (
    <li className="attachment-row">
      {hash === undefined ? <span className="paper-mark">{t('attachments.onPaper')}</span> : <Picture personId={personId} hash={hash} name={name} />}
      <TextField
        label={t('attachments.name')} path={`${path}.name`} value={name} maxLength={80} error={errorAt(`${path}.name`)}
        onChange={(next) => onChange({ ...attachment, name: next })} onBlur={() => onLeave(`${path}.name`)}
      />
      {hash === undefined
        ? (
          <TextField
            label={t('attachments.place')} path={`${path}.location`} value={location} maxLength={120} error={errorAt(`${path}.location`)}
            onChange={(next) => onChange({ ...attachment, location: next })} onBlur={() => onLeave(`${path}.location`)}
          />
        )
        : <span className="small soft">{size === undefined ? '' : t('attachments.size', { size: Math.max(1, Math.round(size / 1000)).toLocaleString('en-US') })}</span>}
      <Button kind="quiet" size="sm" icon="close" onPress={onRemove} aria-label={t('attachments.removeOne', { name: name === '' ? t('attachments.unnamed') : name })}>{t('attachments.remove')}</Button>
    </li>
  )
}
