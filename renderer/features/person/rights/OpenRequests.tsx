import { useTranslation } from 'react-i18next'
import { codeLabel } from '../../../../domain/codes/index.ts'
import type { Output } from '../../../api/client.ts'
import { DueMark } from '../../../components/Marks.tsx'
import { PersonName } from '../../../components/PersonName.tsx'
import { useView } from '../../../state/view.ts'
import { useFieldWords } from '../useFieldWords.ts'

/** Requests of people about their own data, each with the day of the answer and the way to where it is given. */
export function OpenRequests({ requests, today }: { readonly requests: Output<'rights.open'>; readonly today: string }) {
  const { t } = useTranslation()
  const { lang } = useFieldWords()
  if (requests.length === 0) return null
  const trail = requests.map(({ row }) => row.id)
  return (
    <section>
      <div className="part-head"><h2>{t('rights.open')} <span className="count">{requests.length}</span></h2></div>
      <ul>
        {requests.map(({ documentId, row, kind, dueOn }) => (
          <li key={documentId} className="side-item">
            <a className="grid-name" data-person-link href={`#/person/${row.id}/rights`} onClick={() => useView.setState({ trail })}><PersonName name={row.name} /></a>
            <span className="soft small">{codeLabel('rightKind', kind, lang)}</span>
            <DueMark dueOn={dueOn} today={today} />
          </li>
        ))}
      </ul>
    </section>
  )
}
