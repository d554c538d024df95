/** What a household may hand to a clerk, in the words it is asked in: putting goods on sale, labels and lots, answering orders. */
export const DUTIES = ['products', 'labels', 'orders'] as const;
export type Duty = (typeof DUTIES)[number];

const policiesOf = new Map<string, ReadonlySet<string>>();

/**
 * Registers which of a lib's policies come with a duty. A policy that is named in none stays with the household itself, whoever acts for it:
 * money accounts, members, and handing on what was handed over are never named.
 */
export function delegable(entries: Partial<Record<Duty, readonly string[]>>): void {
  for (const [duty, policies] of Object.entries(entries)) policiesOf.set(duty, new Set([...(policiesOf.get(duty) ?? []), ...policies]));
}

/** Whether somebody who was handed `duties` may pass the policy. */
export function mayUnder(duties: readonly Duty[], policy: string): boolean {
  return duties.some((duty) => policiesOf.get(duty)?.has(policy));
}

/** Every policy that can be handed over. */
export function delegablePolicies(): string[] {
  return [...new Set([...policiesOf.values()].flatMap((policies) => [...policies]))].toSorted();
}
