export * from './choices.ts'
export * from './likely.ts'
export * from './numbers.ts'
