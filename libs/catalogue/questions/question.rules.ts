/** Questions of one account in a day; and unanswered ones on one product, so that nobody can bury a household. */
export const QUESTION_LIMITS = { perAccount: 5, waitingOnProduct: 20, windowMs: 86_400_000 } as const;
