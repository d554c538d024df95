import type { Actor } from './actor.js';

/** What people do at an office. */
export const OFFICE_ROLES = ['clerk', 'courier'] as const;
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** Somebody's work at an office. */
export interface OfficePost {
  accountId: string;
  role: OfficeRole;
  officeId: string;
}

export interface StaffMember extends OfficePost {
  name: string;
  /** E.164. */
  phone: string;
  since: Date;
}

export interface NewStaffMember {
  /** E.164. Whoever has no account yet gets one. */
  phone: string;
  /** Taken only where the account has no name yet. */
  name: string;
  role: OfficeRole;
  officeId: string;
  /** Shown to the person as the place of the role. */
  officeName: string;
}

/** Who works where. Identity provides it; a lib that owns offices asks it, and has checked before whose offices they are. */
export abstract class StaffRegister {
  /** By name. `after`: the last one of the page before. */
  abstract at(officeIds: readonly string[], limit: number, after: (OfficePost & { name: string }) | null): Promise<StaffMember[]>;
  /** Acts on the person's next request; what is so already stays. */
  abstract assign(by: Actor, member: NewStaffMember): Promise<void>;
  /** Acts on the person's next request. False where nobody does that work there. */
  abstract end(by: Actor, post: OfficePost): Promise<boolean>;
  /** Telephones (E.164) of those who manage an operator. */
  abstract managerPhones(operatorId: string): Promise<string[]>;
}
