import { demoCounty, prefectures } from '../../../domain/divisions/liaoning.ts'
import { ok } from '../../../domain/result.ts'
import type { HandlersOf } from '../context.ts'

/** The made-up county for looking around comes last. */
const counties = [
  ...prefectures.flatMap((prefecture) => prefecture.counties.map((county) => ({ ...county, prefecture: prefecture.name }))),
  { code: demoCounty.code, name: demoCounty.name, prefecture: '样例' },
]

export const session: HandlersOf<
  | 'session.state'
  | 'session.counties'
  | 'session.setUp'
  | 'session.unlock'
  | 'session.recover'
  | 'session.lock'
  | 'session.addUser'
  | 'session.changePassword'
> = {
  'session.state': (context) => ok(context.session.state()),
  'session.counties': () => ok(counties),
  'session.setUp': (context, input) => context.session.setUp(input),
  'session.unlock': (context, input) => context.session.unlock(input),
  'session.recover': (context, input) => context.session.recover(input),
  'session.lock': (context) => ok(context.session.lock()),
  'session.addUser': (context, input) => context.session.addUser(input),
  'session.changePassword': (context, input) => context.session.changePassword(input),
}
