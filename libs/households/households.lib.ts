import type { Lib } from '@choxa/platform';
import { HouseholdEntity } from './households/household.entity.js';
import { MemberEntity } from './households/member.entity.js';
import { Households1763700300000 } from './migrations/1763700300000-households.js';
import { SubjectHouseholdEntity } from './subjects/subject-household.entity.js';
import { SubjectEntity } from './subjects/subject.entity.js';

export const householdsLib: Lib = {
  name: 'households',
  entities: [HouseholdEntity, MemberEntity, SubjectEntity, SubjectHouseholdEntity],
  migrations: [Households1763700300000],
};
