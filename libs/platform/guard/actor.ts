/** What somebody may be. A shopper is anybody signed in. */
export const ROLES = ['shopper', 'household', 'clerk', 'courier', 'official', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_KINDS = ['self', 'household', 'office', 'operator', 'commune', 'province', 'nation'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A role over one thing: (clerk, office 4f1…), (official, province 92), (official, nation VN). */
export interface Grant {
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string;
}

/** In whose name a request is made: a household that delegated it. */
export interface OnBehalfOf {
  householdId: string;
  delegationId: string;
}

/** Who asks. Made anew from the database on each request, so a change of rights acts on the very next one. */
export class Actor {
  constructor(
    readonly accountId: string,
    readonly name: string,
    readonly phone: string,
    readonly grants: readonly Grant[],
    readonly sessionId: string,
    readonly onBehalfOf: OnBehalfOf | null = null,
  ) {}

  hasRole(role: Role): boolean {
    return role === 'shopper' || this.grants.some((grant) => grant.role === role);
  }

  /** Ids of the things of `kind` over which the actor holds one of `roles`: the filter every query of a scoped route carries. */
  scope(kind: ScopeKind, ...roles: Role[]): string[] {
    return this.grants.filter((grant) => grant.scopeKind === kind && roles.includes(grant.role)).map((grant) => grant.scopeId);
  }
}

/** Finds the actor behind a request's session cookie or token; identity provides it. */
export abstract class Actors {
  abstract ofCookie(sessionToken: string): Promise<Actor | null>;
}
