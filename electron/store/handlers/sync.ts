import { ok } from '../../../domain/result.ts'
import type { HandlersOf } from '../context.ts'

export const sync: HandlersOf<'sync.status' | 'sync.enrol' | 'sync.now' | 'sync.refused' | 'sync.resend' | 'sync.balance'> = {
  'sync.status': (context) => ok(context.sync.status()),
  'sync.enrol': (context, input) => context.sync.enrol(input),
  'sync.now': async (context) => ok(await context.sync.now()),
  'sync.refused': (context) => ok(context.sync.refused()),
  'sync.resend': (context, input) => ok(context.sync.resend(input.changeIds)),
  'sync.balance': (context) => ok(context.sync.balance()),
}
