const firstWordMs = 2_000
const nextWordMs = 15_000

/**
 * Runs a step. A step of less than two seconds says nothing; a longer one says what it does, how long it has been at it, and when
 * it is through. All of it goes to stderr: stdout belongs to what a command promises.
 * @template T
 * @param {string} words what is going on, in plain words
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(words, work) {
  const began = Date.now()
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`
  let spoke = false
  const say = () => {
    process.stderr.write(spoke ? `  ... still at it, ${seconds()}: ${words}\n` : `  ${words} ...\n`)
    if (!spoke) timer = setInterval(say, nextWordMs)
    spoke = true
  }
  let timer = setTimeout(say, firstWordMs)
  try {
    const result = await work()
    if (spoke) process.stderr.write(`  done in ${seconds()}: ${words}\n`)
    return result
  } finally {
    clearTimeout(timer)
    clearInterval(timer)
  }
}
