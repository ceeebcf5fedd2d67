import type { Output } from '../../renderer/api/client.ts'
import { succeed } from './fakeBridge.ts'
import type { FakeOptions } from './fakeBridge.ts'

/** What a made-up client is shown, and a store that remembers what they settled. */

type View = Output<'handOver.view'>
type Handlers = NonNullable<FakeOptions['handlers']>

export const clientView: View = {
  name: '王淑芬', counsellor: '林芳', needsGuardian: false, guardianName: null,
  file: {
    name: '王淑芬', sex: '2', birthDate: '1974-06-12', idNumber: '210199********2167', certNumber: '210199********216714', disabilityCategory: '1', disabilityGrade: '4', phone: '139****0318',
    hukouTown: '示范镇', hukouVillage: '前进村', residenceTown: '示范镇', residenceVillage: '前进村', education: '70', communicationModes: ['01'], employmentState: 'UNEMPLOYED',
  },
  consents: (['ASSESSMENT', 'SHARE_EMPLOYER', 'PUBLISH', 'PHOTO', 'BANK'] as const).map((purpose) => ({ purpose, state: 'unasked' as const, on: null })),
  check: { employmentState: 'UNEMPLOYED', hasEmploymentNeed: true, hasTrainingNeed: false },
  demand: { intentions: [{ rank: 1, family: 'J13', form: '3' }], expectedWageMinFen: 200000, targetAreas: ['HOME'], availableFrom: '2026-12-01', serviceNeeds: ['03', '07'] },
  toSign: ['infoCheck', 'demandRegistration'], done: [],
}

const savedAt = '2026-11-23T02:42:18.000Z'

export function handOverHandlers(view: Partial<View> = {}): Pick<Handlers, 'handOver.view' | 'handOver.decide' | 'handOver.remark' | 'handOver.sign'> {
  let now: View = { ...clientView, ...view }
  const settle = (matter: View['done'][number]['matter'], outcome: View['done'][number]['outcome']) => {
    now = { ...now, done: [...now.done.filter((one) => one.matter !== matter), { matter, outcome }] }
  }
  return {
    'handOver.view': () => succeed(now),
    'handOver.decide': ({ purpose, decision }) => {
      settle(purpose, decision === 'GIVEN' ? 'given' : 'declined')
      return succeed({ actionId: '0199a000-0000-7000-8000-000000000990', savedAt })
    },
    'handOver.remark': ({ matter, isRight }) => {
      settle(matter, isRight ? 'seen' : 'wrong')
      return succeed({})
    },
    'handOver.sign': ({ proof }) => {
      settle('sign', proof === 'paper' ? 'paper' : 'signed')
      return succeed({ savedAt, kinds: ['infoCheck', 'demandRegistration'] })
    },
  }
}
