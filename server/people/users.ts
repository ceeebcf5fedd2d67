import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { CountyRole, Scope } from '../../domain/sync/index.ts'
import { normalCode } from '../../domain/sync/index.ts'
import { sha256 } from '../context.ts'
import type { CountyServer } from '../context.ts'
import { appUser, enrolmentCode, userAlias } from '../database/schema.ts'
import { townOf } from '../intake/places.ts'
import { HttpProblem } from '../problem.ts'
import { countyRow } from './counties.ts'

export interface NewCode {
  readonly userId: string
  readonly code: string
  readonly expiresAt: Date
}

const codeLifeDays = 7
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A user by name and role, made when there is none, and a one-time code for one more device of theirs. */
export async function makeUserWithCode(
  server: CountyServer, asked: { readonly name: string; readonly role: CountyRole; readonly scope: Scope },
): Promise<NewCode> {
  const { countyCode, deps } = server
  const given = { ...asked, scope: await byTownCode(server, asked.scope) }
  return server.database.orm.transaction(async (tx) => {
    const [known] = await tx
      .select()
      .from(appUser)
      .where(and(eq(appUser.countyCode, countyCode), eq(appUser.name, given.name), eq(appUser.role, given.role), isNull(appUser.disabledAt)))
    const userId = known?.id ?? deps.newId()
    if (known === undefined) await tx.insert(appUser).values({ countyCode, id: userId, ...given })
    else if (!isSameScope(known.scope, given.scope)) {
      await tx
        .update(appUser)
        .set({ scope: given.scope, scopeVersion: sql`${appUser.scopeVersion} + 1` })
        .where(and(eq(appUser.countyCode, countyCode), eq(appUser.id, userId)))
    }
    const code = newCode(deps.randomBytes(32))
    const expiresAt = new Date(deps.now().getTime() + codeLifeDays * 86_400_000)
    await tx.insert(enrolmentCode).values({ countyCode, codeHash: sha256(normalCode(code)), userId, expiresAt })
    return { userId, code, expiresAt }
  })
}

/** Towns may be named or given by code; they are kept as persons' places are. */
async function byTownCode(server: CountyServer, scope: Scope): Promise<Scope> {
  if (scope.kind !== 'towns') return scope
  const { towns } = await countyRow(server)
  return { kind: 'towns', towns: [...new Set(scope.towns.map((town) => townOf(null, town, towns) ?? town))] }
}

/** 16 characters, nearly 80 bits: it is typed once, so it need not be short enough to remember. */
function newCode(random: Buffer): string {
  let code = ''
  for (const byte of random) {
    if (byte < 240 && code.length < 16) code += alphabet[byte % alphabet.length]
  }
  return (code.match(/.{4}/g) ?? []).join('-')
}

function isSameScope(a: Scope, b: Scope): boolean {
  const key = (scope: Scope) => (scope.kind === 'towns' ? [...scope.towns].sort().join(' ') : scope.kind)
  return key(a) === key(b)
}

export async function setScope(server: CountyServer, userId: string, asked: Scope): Promise<void> {
  const scope = await byTownCode(server, asked)
  const changed = await server.database.orm
    .update(appUser)
    .set({ scope, scopeVersion: sql`${appUser.scopeVersion} + 1` })
    .where(and(eq(appUser.countyCode, server.countyCode), eq(appUser.id, userId)))
    .returning({ id: appUser.id })
  if (changed.length === 0) throw new HttpProblem(404, 'noSuchUser', '县里没有这个用户')
}

export async function listUsers(server: CountyServer) {
  const { orm } = server.database
  const users = await orm.select().from(appUser).where(eq(appUser.countyCode, server.countyCode)).orderBy(asc(appUser.name))
  const aliases = await orm.select().from(userAlias).where(eq(userAlias.countyCode, server.countyCode))
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    role: user.role,
    aliases: aliases.filter((alias) => alias.userId === user.id).map((alias) => alias.aliasId),
    disabled: user.disabledAt !== null,
  }))
}
