export const MEMBER_ROLES = ['owner', 'member'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** How long somebody may think about an invite. */
export const INVITE_LIFE_MS = 7 * 86_400_000;

/** People of one household; a family farm needs fewer, a cooperative keeps some at its desk. */
export const MOST_MEMBERS = 30;

/** Whether a household would be left without an owner if `accountId` went. */
export function isLastOwner(members: readonly { accountId: string; role: MemberRole }[], accountId: string): boolean {
  const owners = members.filter((member) => member.role === 'owner');
  return owners.length === 1 && owners[0]!.accountId === accountId;
}
