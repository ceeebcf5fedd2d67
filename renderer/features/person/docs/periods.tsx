import { useTranslation } from 'react-i18next'
import type { CaseFacts } from '../../../../domain/cycle/index.ts'
import { closingsOf, overlapsOf } from '../../../../domain/employment/index.ts'
import type { Period } from '../../../../domain/employment/index.ts'
import type { JsonObject, PersonFile } from '../../../api/client.ts'
import { Icon } from '../../../components/Icon.tsx'

/** The file as the rules look at it. */
export function factsOfFile(file: PersonFile): CaseFacts {
  const documents = file.documents.flatMap(({ id, entity, voided, body }) => (voided || body === null ? [] : [{ id, entity, body }]))
  return { person: file.fields, documents }
}

interface ClosingNoteProps {
  readonly standing: readonly Period[]
  readonly id: string
  readonly body: JsonObject
}

/** What a period that is being written does to the others. */
export function ClosingNote({ standing, id, body }: ClosingNoteProps) {
  const { t } = useTranslation()
  const added = { id, body }
  const closings = new Map(closingsOf(added, standing).map((closing) => [closing.id, closing]))
  const after = [...standing.filter((period) => period.id !== id).map((period) => closings.get(period.id) ?? period), added]
  const ended = [...closings.values()].find((closing) => typeof closing.body.endOn === 'string')
  const shared = (overlapsOf(after).get(id) ?? []).map((other) => after.find((period) => period.id === other)?.body.startOn).filter((on) => typeof on === 'string')
  return (
    <div role="status">
      {ended !== undefined && <p className="soft">{t('fileForms.periods.closes', { on: String(ended.body.endOn) })}</p>}
      {shared.map((on) => <p key={on} className="mark warn"><Icon name="alert" />{t('fileForms.periods.overlaps', { on })}</p>)}
    </div>
  )
}
