/** One step of the schema, as text that is never edited once released; the next change of the schema is the next file. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}
