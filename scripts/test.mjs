// `npm test`: gets the machine ready, then runs every gate and test. `npm test -- test/db` runs only the tests of that path.
import { setUp } from './setup/setup.mjs'

if (await setUp({ browser: true })) {
  await import('./gates/main.ts')
} else {
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}
