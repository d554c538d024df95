export { householdsLib } from './households.lib.js';
export { HouseholdsModule } from './households.module.js';
export { Households, type HouseholdSummary } from './households/households.js';
export { type HouseholdState } from './households/household.rules.js';
export { requireOwnHousehold } from './households/own-household.js';
export { RegisterHousehold } from './households/register-household.js';
export { type RegisterHouseholdInput } from './households/found-household.js';
export { ApproveHousehold } from './households/approve-household.js';
export { RefuseHousehold } from './review/refuse-household.js';
export { AnnounceSuspension } from './suspensions/announce-suspension.js';
export { PlanClosure } from './closures/plan-closure.js';
export { EnsureHousehold, type EnsuredHousehold } from './households/ensure-household.js';
export {
  HouseholdApproved,
  HouseholdChanged,
  HouseholdErased,
  type HouseholdApprovedV1,
  type HouseholdChangedV1,
  type HouseholdErasedV1,
} from './households/household.events.js';
export { AddDocument, type AddDocumentInput } from './documents/add-document.js';
export { JudgeDocument } from './documents/judge-document.js';
export { ChangePayoutAccount } from './payout/change-payout-account.js';
export { SendPayoutCode } from './payout/send-payout-code.js';
export { PayoutAccounts, type PayoutAccount } from './payout/payout-accounts.js';
export { Licences } from './documents/licences.js';
export { ImportRegister, type CommuneRegister, type RegisterMatch } from './register/import-register.js';
export { type RegisterRow } from './register/register.rules.js';
export { NoteRegisterCall } from './register/note-register-call.js';
export { SellingStandings, type SellingStanding } from './register/selling-standings.js';
export { EnsureSubject } from './subjects/ensure-subject.js';
export { type ImportedProducer } from './subjects/imported-producer.js';
export { subjectKindOf, type SubjectKind } from './subjects/subject.rules.js';
export {
  TrainingAttendanceWithdrawn,
  TrainingAttended,
  type TrainingAttendanceWithdrawnV1,
  type TrainingAttendedV1,
} from './learning/training.events.js';
export { HouseholdLinked, type HouseholdLinkedV1, type LinkKind } from './links/link.events.js';
export {
  RegisterEntryMatched,
  RegisterImported,
  type RegisterEntryMatchedV1,
  type RegisterImportedV1,
} from './register/register.events.js';
export { HoldTraining } from './learning/hold-training.js';
export { RecordAttendance } from './learning/record-attendance.js';
