export * from './entities.ts'
export * from './journal.ts'
