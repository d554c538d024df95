/** The database in which the worker keeps the last answers of the desks (worker/desk-worker.js). */
const KEPT = 'choxa-kept';

/** Deletes what this device remembers of the desk, when somebody signs out. What was not sent stays, for its account alone. */
export function forgetDesk(): void {
  indexedDB.deleteDatabase(KEPT);
}

/** What the household desk's first pages ask for; asked once more through the worker, it is there without a network too. */
export function answersToKeep(householdId: string): string[] {
  const orders = ['placed', 'confirmed', 'packed'].map(
    (state) => `/household/seller-orders?household=${householdId}&limit=100&state=${state}`,
  );
  return [
    '/places/provinces',
    `/household/profile?household=${householdId}`,
    `/household/standing?household=${householdId}`,
    `/household/products?household=${householdId}&limit=24`,
    `/household/products?household=${householdId}&limit=100`,
    ...['questions', 'reviews'].map((what) => `/household/${what}?household=${householdId}&limit=100&state=waiting`),
    '/household/returns',
    '/complaints?desk=household&closed=false&limit=100',
    ...orders,
  ];
}
