import type { Json, JsonObject } from '../../domain/journal/change.ts'
import type { StoredStep } from '../projection/case.ts'
import { stepsFromText } from '../projection/caseText.ts'
import { cycleIn } from '../cycle.ts'
import { prepared } from '../prepared.ts'
import { ensureCycle } from '../projection/rebuild.ts'
import type { Store } from '../store.ts'

/** What the ledger of the four ones is made from: everybody in the target population on a day, by town, village and name. */

export interface LedgerFacts {
  readonly personId: string
  readonly fields: { readonly [field: string]: Json }
  readonly steps: readonly StoredStep[]
  readonly hasNeed: boolean | null
  readonly flags: readonly string[]
  /** Heads of the cycle that are not void, by the day that they speak of. */
  readonly documents: readonly { readonly id: string; readonly entity: string; readonly body: JsonObject }[]
}

export interface LedgerScope {
  readonly cycleYear: string
  readonly today: string
  readonly town?: string
}

const personsSql = `select p.no, p.id, p.fields, c.steps, c.has_need as hasNeed
  from case_state c join person p on p.no = c.no
  where c.cycle_year = @cycleYear and (@town is null or c.town = @town) and p.hidden = 0
    and c.target_from <> '' and c.target_from <= @today and c.target_until > @today
  order by c.town, c.village, c.name_key, p.no`

const documentsSql = `select d.id, d.entity, h.fields
  from document d join change h on h.id = d.head_change_id
  where d.person_id = ? and d.cycle_year = ? and d.voided = 0 and h.fields is not null
    and d.entity in ('infoCheck', 'capabilityAssessment', 'demandRegistration', 'serviceRecord')
  order by d.on_date, d.id`

const flagsSql = 'select flag from person_flag where no = ? and from_on <= ? and until_on > ? order by flag'

export function* ledgerFacts(store: Store, scope: LedgerScope): Generator<LedgerFacts> {
  ensureCycle(store, scope.cycleYear)
  // A cycle that is over is shown as it stood on its last day.
  const { until } = cycleIn(store.sqlite, scope.cycleYear)
  const today = scope.today < until ? scope.today : until
  const persons = prepared(store.sqlite, personsSql).all({ ...scope, today, town: scope.town ?? null }) as {
    no: number; id: string; fields: string; steps: string; hasNeed: number | null
  }[]
  for (const person of persons) {
    const documents = prepared(store.sqlite, documentsSql).all(person.id, scope.cycleYear) as { id: string; entity: string; fields: string }[]
    const flags = prepared(store.sqlite, flagsSql).all(person.no, today, today) as { flag: string }[]
    yield {
      personId: person.id,
      fields: JSON.parse(person.fields) as { [field: string]: Json },
      steps: stepsFromText(person.steps),
      hasNeed: person.hasNeed === null ? null : person.hasNeed === 1,
      flags: flags.map(({ flag }) => flag),
      documents: documents.map(({ id, entity, fields }) => ({ id, entity, body: (JSON.parse(fields) as { body: JsonObject }).body })),
    }
  }
}
