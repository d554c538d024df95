import { mayUnder, type Duty } from './duties.js';

/**
 * What somebody may be. A shopper is anybody signed in; a postal manager answers for a whole postal
 * enterprise; a sender is a firm whose programs post through one. */
export const ROLES = ['shopper', 'household', 'clerk', 'courier', 'postal_manager', 'sender', 'official', 'admin'] as const;
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

/** The household a session acts for by its clerk's choice, and what was handed over. */
export interface Acting extends OnBehalfOf {
  householdName: string;
  duties: readonly Duty[];
  /** The instant it ends by itself. */
  endsAt: Date;
}

/** What keeps an actor below the rights of the account. */
export interface ActorLimits {
  /** Roles of the account that this session does not carry, because no second factor was given. */
  withheld?: readonly Role[];
  /** The policies an API key may pass. Absent: a person, who may pass what the roles allow. */
  policies?: readonly string[];
  /** When a code proved that this session's holder holds the phone. Absent: it rests on something else, a password or a key. */
  phoneProvenAt?: Date;
}

/** Who asks. Made anew from the database on each request, so a change of rights acts on the very next one. */
export class Actor {
  constructor(
    readonly accountId: string,
    readonly name: string,
    readonly phone: string,
    readonly grants: readonly Grant[],
    /** The session, or for an API key the key. */
    readonly sessionId: string,
    /** Set on requests that the household handed over, and on no other. */
    readonly onBehalfOf: OnBehalfOf | null = null,
    readonly acting: Acting | null = null,
    readonly limits: ActorLimits = {},
  ) {}

  /**
   * The actor as a route under `policy` sees them. While somebody acts for a household, it is their only household, and only where the policy
   * was handed over: everywhere else they are themselves without any household, so that nothing of their own is taken for the other's.
   */
  under(policy: string): Actor {
    const { acting, accountId, name, phone, grants, sessionId, limits } = this;
    if (!acting) return this;
    const others = grants.filter((grant) => grant.scopeKind !== 'household');
    if (!mayUnder(acting.duties, policy)) return new Actor(accountId, name, phone, others, sessionId, null, acting, limits);
    const { householdId, delegationId } = acting;
    const handedOver: Grant = { role: 'household', scopeKind: 'household', scopeId: householdId };
    return new Actor(accountId, name, phone, [...others, handedOver], sessionId, { householdId, delegationId }, acting, limits);
  }

  hasRole(role: Role): boolean {
    return role === 'shopper' || this.grants.some((grant) => grant.role === role);
  }

  /** Whether the actor passes the policy `name`, which is open to `roles`. */
  mayPass(name: string, roles: readonly Role[]): boolean {
    return roles.some((role) => this.hasRole(role)) && (this.limits.policies?.includes(name) ?? true);
  }

  /** Ids of the things of `kind` over which the actor holds one of `roles`: the filter every query of a scoped route carries. */
  scope(kind: ScopeKind, ...roles: Role[]): string[] {
    return this.grants.filter((grant) => grant.scopeKind === kind && roles.includes(grant.role)).map((grant) => grant.scopeId);
  }
}

/** Finds the actor behind a request; identity provides it. Null: nobody known. */
export abstract class Actors {
  abstract ofCookie(sessionToken: string): Promise<Actor | null>;
  abstract ofApiKey(key: string): Promise<Actor | null>;
}
