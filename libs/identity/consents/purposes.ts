/** What somebody may agree to, each by itself. Orders need no consent: they are a contract. */
export const CONSENT_PURPOSES = ['marketing', 'learning-reminders', 'trace-phone', 'trace-address'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Through which door it was said. */
export type ConsentDoor = 'sign-in' | 'account-page';
