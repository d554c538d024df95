import 'reflect-metadata';

export { Config, ConfigError, readConfig } from './config/config.js';
export type { Maker } from './background/maker.js';
export { Turns } from './background/turns.js';
export { Workshop } from './background/workshop.js';
export { WorkingDays } from './calendar/working-days.js';
export { Clock, SettableClock } from './clock/clock.js';
export { schemaOf, type Lib } from './database/lib.js';
export { connect, TIMEOUTS } from './database/data-source.js';
export { afterCommit, Database, sql, steadyArray, violates, type Tx } from './database/database.js';
export { Rounds } from './database/rounds.js';
export { together } from './database/together.js';
export { drift, JOBS_SCHEMA, migrate } from './database/migrate.js';
export { defineProblems, platformProblem, Problem, type FieldError, type ProblemOptions } from './errors/problem.js';
export { prefersEnglish } from './errors/problem.filter.js';
export {
  Actor,
  Actors,
  ROLES,
  SCOPE_KINDS,
  type Acting,
  type ActorLimits,
  type Grant,
  type OnBehalfOf,
  type Role,
  type ScopeKind,
} from './guard/actor.js';
export {
  OFFICE_ROLES,
  StaffRegister,
  type NewStaffMember,
  type OfficePost,
  type OfficeRole,
  type StaffMember,
} from './guard/staff-register.js';
export { OfficialsRegister } from './guard/officials-register.js';
export { delegable, delegablePolicies, DUTIES, type Duty } from './guard/duties.js';
export { Can, definePolicies, policiesOf, policyRoles, Public, signedIn, Who } from './guard/policies.js';
export { SessionLost, type SessionLostV1 } from './guard/session-lost.event.js';
export { AccessGuard } from './guard/access.guard.js';
export { CART_COOKIE, clearCookie, DEVICE_COOKIE, readCookie, SESSION_COOKIE, setCookie } from './http/cookies.js';
export { Day, Decimal, Flag, Instant, Int, Ints, ListOf, Nested, OneOf, SomeOf, Text, Texts, Uuid, Vnd } from './http/fields.js';
export { ForgetAnswers } from './http/forget-answers.js';
export { readTable } from './sheets/read-table.js';
export { Spreadsheets } from './sheets/spreadsheets.js';
export type { SheetCell, WorkbookSheet } from './sheets/workbook.js';
export { callerAddress } from './http/caller-address.js';
export { RawBody } from './http/raw-body.js';
export { IfMatch, TagRevision } from './http/revision.js';
export { forgetAnswersOf, idempotent, idempotentAll, keptAnswer, IdempotencyKey, type IdempotentRequest } from './http/idempotency.js';
export { AnswersFile, CSV, sendFile, XLSX } from './http/file-answer.js';
export { uploadedFile, type UploadedFile, type UploadRequest } from './http/uploaded-file.js';
export { loadSharp } from './images/load-sharp.js';
export { remakePhoto } from './images/remake-photo.js';
export { decodeCursor, DEFAULT_LIMIT, encodeCursor, pageOf, PageQuery, type Page } from './http/paging.js';
export { defineEvent, type EventEnvelope, type EventHandler, type EventKind } from './events/event.js';
export { handledKind, Handles } from './events/handles.js';
export { FactSources, readInSteps, TellsAgain, type FactSource } from './events/tells-again.js';
export { Events } from './events/events.js';
export { EventWorkers, queueOf } from './events/event-workers.js';
export { Every } from './timed-work/every.js';
export { JobQueue } from './events/job-queue.js';
export { OutsideCalls } from './fetch/outside-calls.js';
export { SigningKeys, type Signature } from './signing/signing-keys.js';
export { FileStorage } from './storage/storage.js';
export { DispatchMessages } from './notify/dispatch-messages.js';
export { Notify, type Message } from './notify/notify.js';
export { ChainTrail } from './trail/chain-trail.js';
export { PublishedHeads } from './trail/published-heads.js';
export { VerifyTrail, type TrailFault } from './trail/verify-trail.js';
export { Trail, type TrailActor, type TrailFact } from './trail/trail.js';
export {
  HoldsPersonalData,
  PersonalDataHolders,
  type Obstacle,
  type Person,
  type PersonalDataHolder,
} from './personal-data/personal-data.js';
export { pseudonymOf } from './personal-data/pseudonym.js';
export { logger } from './logging/logger.js';
export { PlatformModule } from './app/platform.module.js';
export { ownDatabase } from './app/own-database.js';
export { createServer } from './app/server.js';
export { describeApi } from './openapi/openapi.js';
export { createDatabase, dropDatabase } from './embedded-postgres/create-database.js';
export { EmbeddedPostgresError, saysDiskFull } from './embedded-postgres/embedded-postgres-error.js';
export { identify, lives, type ProcessIdentity } from './embedded-postgres/process-identity.js';
export { startEmbeddedPostgres, stopEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/start-embedded-postgres.js';
export { platformLib } from './platform.lib.js';
