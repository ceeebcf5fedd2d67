import { createPublicKey } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import { sessionSignatureInput } from '../../domain/sync/index.ts'
import type { CountyServer } from '../context.ts'
import { isSignedBy, publicKeys, signingKey } from '../keys.ts'
import { HttpProblem } from '../problem.ts'

/** Challenges and tokens are signed by the county, so that any server of the county can check what another gave out. */

type Purpose = 'challenge' | 'session'
const lifeSeconds: { readonly [purpose in Purpose]: number } = { challenge: 120, session: 300 }
export const sessionSeconds = lifeSeconds.session

export async function makeToken(server: CountyServer, purpose: Purpose, deviceId: string): Promise<string> {
  const { keyId, key } = await signingKey(server.database.orm, server.countyCode)
  const now = Math.floor(server.deps.now().getTime() / 1000)
  return new SignJWT({ purpose, county: server.countyCode })
    .setProtectedHeader({ alg: 'EdDSA', kid: keyId })
    .setSubject(deviceId)
    .setJti(server.deps.newId())
    .setIssuedAt(now)
    .setExpirationTime(now + lifeSeconds[purpose])
    .sign(key)
}

/** The device that the token was made for. */
export async function readToken(server: CountyServer, purpose: Purpose, token: string): Promise<string> {
  const keys = await publicKeys(server.database.orm, server.countyCode)
  try {
    const { payload } = await jwtVerify(
      token,
      (header) => {
        const known = keys.find((one) => one.keyId === header.kid)
        if (known === undefined) throw new Error('unknown key')
        return createPublicKey({ key: Buffer.from(known.publicKey, 'base64url'), format: 'der', type: 'spki' })
      },
      { algorithms: ['EdDSA'], currentDate: server.deps.now() },
    )
    if (payload.purpose !== purpose || payload.county !== server.countyCode || payload.sub === undefined) throw new Error('other use')
    return payload.sub
  } catch {
    throw new HttpProblem(401, 'sessionOver', '连接过期了，会自动重新连接')
  }
}

export async function checkChallenge(
  server: CountyServer, device: { readonly id: string; readonly publicKey: string }, challenge: string, signature: string,
): Promise<void> {
  const subject = await readToken(server, 'challenge', challenge)
  const text = sessionSignatureInput(server.countyCode, device.id, challenge)
  if (subject !== device.id || !isSignedBy(device.publicKey, text, signature)) {
    throw new HttpProblem(403, 'signatureWrong', '县里认不出这台电脑，请用新的登记码重新登记')
  }
}
