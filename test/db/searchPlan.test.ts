import { expect, it } from 'vitest'
import { lookUpsFor } from '../../db/queries/find.ts'
import { hitsSql } from '../../db/queries/search.ts'
import { createTestStore } from './helpers.ts'

it.each(['210199198503140017', '0017', '13900001234', '王明', '王', 'wm'])('%s is looked up by search rows, and each hit by its own row', (text) => {
  const { store } = createTestStore()
  for (const lookUp of lookUpsFor(text)) {
    const plan = store.sqlite.prepare(`explain query plan ${hitsSql(lookUp)}`).all(...lookUp.values) as { detail: string }[]
    expect(plan.map(({ detail }) => detail).filter((detail) => detail.includes(' p '))).toEqual(['SEARCH p USING INTEGER PRIMARY KEY (rowid=?)'])
  }
})
