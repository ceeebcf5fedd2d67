/** The same keys as the Chinese texts, none missing, none more; English may add a form for one: `rows` and `rows_one`. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]>
} & { readonly [K in keyof T as T[K] extends string ? `${K & string}_one` : never]?: string }
