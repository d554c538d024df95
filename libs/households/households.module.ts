import { Module } from '@nestjs/common';
import { IdentityModule } from '@choxa/identity';
import { PlacesModule } from '@choxa/places';
import './households.policies.js';
import { CounterController } from './counter/counter.controller.js';
import { RegisterAtCounter } from './counter/register-at-counter.js';
import { EndClosure } from './closures/end-closure.js';
import { PlanClosure } from './closures/plan-closure.js';
import { AddDocument } from './documents/add-document.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DocumentsOfHousehold } from './documents/documents.query.js';
import { JudgeDocument } from './documents/judge-document.js';
import { Licences } from './documents/licences.js';
import { RemoveDocument } from './documents/remove-document.js';
import { TellExpiredDocuments } from './documents/tell-expired-documents.js';
import { ApproveHousehold } from './households/approve-household.js';
import { EditProfile } from './households/edit-profile.js';
import { EnsureHousehold } from './households/ensure-household.js';
import { FoundHousehold } from './households/found-household.js';
import { HouseholdsController } from './households/households.controller.js';
import { Households } from './households/households.js';
import { OwnHouseholdController } from './households/own-household.controller.js';
import { RegisterHousehold } from './households/register-household.js';
import { HoldTraining } from './learning/hold-training.js';
import { LessonsController } from './learning/lessons.controller.js';
import { ReadLesson } from './learning/read-lesson.js';
import { RecordAttendance } from './learning/record-attendance.js';
import { TrainingController } from './learning/training.controller.js';
import { TellAttendancesAgain, TellAttendanceWithdrawalsAgain } from './learning/tell-attendances-again.js';
import { NoteLinks } from './links/note-links.js';
import { NoteLinksWhenHouseholdChanged, NoteLinksWhenMemberSignedIn } from './links/note-links-when-told.js';
import { NoteMissingLinks } from './links/note-missing-links.js';
import { TellLinksAgain } from './links/tell-links-again.js';
import { AnswerInvite } from './members/answer-invite.js';
import { InviteMember } from './members/invite-member.js';
import { MembersController } from './members/members.controller.js';
import { MembersOfHousehold } from './members/members.query.js';
import { RemoveMember } from './members/remove-member.js';
import { TellMembers } from './members/tell-members.js';
import { WithdrawInvite } from './members/withdraw-invite.js';
import { CancelPayoutChange } from './payout/cancel-payout-change.js';
import { ChangePayoutAccount } from './payout/change-payout-account.js';
import { PayoutAccounts } from './payout/payout-accounts.js';
import { PayoutController } from './payout/payout.controller.js';
import { SendPayoutCode } from './payout/send-payout-code.js';
import { HouseholdData } from './personal-data/household-data.js';
import { ImportRegister } from './register/import-register.js';
import { MatchRegisterWhenHouseholdApproved } from './register/match-register-when-household-approved.js';
import { NoteRegisterCall } from './register/note-register-call.js';
import { RegisterCalls } from './register/register-calls.query.js';
import { RegistersController } from './register/registers.controller.js';
import { TellRegistersAgain } from './register/tell-registers-again.js';
import { KnownStandings } from './register/selling-standings.js';
import { AskAgain } from './review/ask-again.js';
import { RefuseHousehold } from './review/refuse-household.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewOfHousehold } from './review/review.query.js';
import { TakeBackTick } from './review/take-back-tick.js';
import { TickRequirement } from './review/tick-requirement.js';
import { EnsureSubject } from './subjects/ensure-subject.js';
import { AnnounceSuspension } from './suspensions/announce-suspension.js';
import { AnswerSuspension } from './suspensions/answer-suspension.js';
import { BeginDueSuspensions, BeginSuspension } from './suspensions/begin-due-suspensions.js';
import { LiftSuspension } from './suspensions/lift-suspension.js';
import { SuspensionsController } from './suspensions/suspensions.controller.js';

const FOR_OTHERS = [
  Households,
  RegisterHousehold,
  ApproveHousehold,
  EnsureHousehold,
  EnsureSubject,
  AddDocument,
  JudgeDocument,
  Licences,
  PayoutAccounts,
  HoldTraining,
  RecordAttendance,
  ImportRegister,
];

@Module({
  imports: [IdentityModule, PlacesModule],
  controllers: [
    HouseholdsController,
    OwnHouseholdController,
    ReviewController,
    SuspensionsController,
    MembersController,
    LessonsController,
    TrainingController,
    CounterController,
    DocumentsController,
    PayoutController,
    RegistersController,
  ],
  providers: [
    ...FOR_OTHERS,
    FoundHousehold,
    RegisterAtCounter,
    EditProfile,
    TellMembers,
    MembersOfHousehold,
    InviteMember,
    WithdrawInvite,
    AnswerInvite,
    RemoveMember,
    ReviewOfHousehold,
    TickRequirement,
    TakeBackTick,
    RefuseHousehold,
    AskAgain,
    AnnounceSuspension,
    BeginSuspension,
    BeginDueSuspensions,
    AnswerSuspension,
    LiftSuspension,
    PlanClosure,
    EndClosure,
    RemoveDocument,
    DocumentsOfHousehold,
    TellExpiredDocuments,
    SendPayoutCode,
    ChangePayoutAccount,
    CancelPayoutChange,
    MatchRegisterWhenHouseholdApproved,
    KnownStandings,
    RegisterCalls,
    NoteRegisterCall,
    HouseholdData,
    ReadLesson,
    NoteLinks,
    NoteLinksWhenHouseholdChanged,
    NoteLinksWhenMemberSignedIn,
    NoteMissingLinks,
    TellLinksAgain,
    TellRegistersAgain,
    TellAttendancesAgain,
    TellAttendanceWithdrawalsAgain,
  ],
  exports: FOR_OTHERS,
})
export class HouseholdsModule {}
