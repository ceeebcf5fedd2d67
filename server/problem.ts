/** A reply that is not 200: a status for programs, a code, a sentence for people. Thrown on the way up, turned into a reply at one place. */
export class HttpProblem extends Error {
  readonly status: number
  readonly code: string
  readonly more: { readonly [name: string]: unknown }
  constructor(status: number, code: string, message: string, more: { readonly [name: string]: unknown } = {}) {
    super(message)
    this.name = 'HttpProblem'
    this.status = status
    this.code = code
    this.more = more
  }
}
