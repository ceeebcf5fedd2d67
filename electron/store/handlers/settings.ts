import { ok } from '../../../domain/result.ts'
import type { HandlersOf } from '../context.ts'
import { readSettings, writeSettings } from '../settings.ts'

export const settings: HandlersOf<'settings.get' | 'settings.set'> = {
  'settings.get': (context) => ok(readSettings(context.folder)),
  'settings.set': (context, input) => ok(writeSettings(context.folder, input)),
}
