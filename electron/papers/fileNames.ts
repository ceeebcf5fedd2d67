import type { JsonObject } from '../../domain/journal/change.ts'
import type { PaperName } from '../api/schemas/papers.ts'

/** What a file is called before anybody changes it: which paper, of which day; nothing of a person. */
const names: Readonly<Record<PaperName, (args: JsonObject, today: string) => string>> = {
  // Whoever carries it knows whose it is; the name of a file on a desk must not.
  ownCopy: (_args, today) => `本人信息副本-${dayOr(null, today)}`,
  graduatePlan: (_args, today) => `一人一策-${dayOr(null, today)}`,
  dayPack: (args, today) => `走访单-${dayOr(args.on, today)}`,
}

export function fileNameOf(paper: PaperName, args: JsonObject, today: string): string {
  return `${names[paper](args, today)}.pdf`
}

function dayOr(value: unknown, today: string): string {
  const day = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : today
  return day.replaceAll('-', '')
}
