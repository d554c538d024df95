import type { Lib } from '@choxa/platform';
import { DocumentEntity } from './documents/document.entity.js';
import { HouseholdEntity } from './households/household.entity.js';
import { AttendanceEntity } from './learning/attendance.entity.js';
import { LessonReadEntity } from './learning/lesson-read.entity.js';
import { TrainingSessionEntity } from './learning/training-session.entity.js';
import { HouseholdLinkEntity } from './links/household-link.entity.js';
import { InviteEntity } from './members/invite.entity.js';
import { MemberEntity } from './members/member.entity.js';
import { Households1763700300000 } from './migrations/1763700300000-households.js';
import { RegisteredBy1764102020000 } from './migrations/1764102020000-registered-by.js';
import { Standing1764103000000 } from './migrations/1764103000000-standing.js';
import { Inspection1765002000000 } from './migrations/1765002000000-inspection.js';
import { Learning1764104020000 } from './migrations/1764104020000-learning.js';
import { DocumentsPayout1764103100000 } from './migrations/1764103100000-documents-payout.js';
import { HouseholdLinks1766002000002 } from './migrations/1766002000002-household-links.js';
import { RegisterCalls1766007002000 } from './migrations/1766007002000-register-calls.js';
import { BankEntity } from './payout/bank.entity.js';
import { PayoutAccountEntity } from './payout/payout-account.entity.js';
import { Register1764103200000 } from './migrations/1764103200000-register.js';
import { RegisterCallEntity } from './register/register-call.entity.js';
import { RegisterEntryEntity } from './register/register-entry.entity.js';
import { RegisterVersionEntity } from './register/register-version.entity.js';
import { RefusalEntity } from './review/refusal.entity.js';
import { RequirementTickEntity } from './review/requirement-tick.entity.js';
import { RequirementEntity } from './review/requirement.entity.js';
import { SubjectHouseholdEntity } from './subjects/subject-household.entity.js';
import { SubjectEntity } from './subjects/subject.entity.js';
import { SuspensionReasonEntity } from './suspensions/suspension-reason.entity.js';
import { SuspensionEntity } from './suspensions/suspension.entity.js';

export const householdsLib: Lib = {
  name: 'households',
  entities: [
    HouseholdEntity,
    MemberEntity,
    InviteEntity,
    SubjectEntity,
    SubjectHouseholdEntity,
    RequirementEntity,
    RequirementTickEntity,
    RefusalEntity,
    SuspensionReasonEntity,
    SuspensionEntity,
    LessonReadEntity,
    TrainingSessionEntity,
    AttendanceEntity,
    DocumentEntity,
    BankEntity,
    PayoutAccountEntity,
    RegisterVersionEntity,
    RegisterEntryEntity,
    RegisterCallEntity,
    HouseholdLinkEntity,
  ],
  migrations: [
    Households1763700300000,
    RegisteredBy1764102020000,
    Standing1764103000000,
    DocumentsPayout1764103100000,
    Register1764103200000,
    Learning1764104020000,
    Inspection1765002000000,
    HouseholdLinks1766002000002,
    RegisterCalls1766007002000,
  ],
};
