export { checkReviewAct, isPassed, isReviewed, reviewsOf, reviewStandingOf, reviewStates } from './review.ts'
export type { ReviewAct, ReviewStanding, ReviewState } from './review.ts'
