import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Workshop } from '../background/workshop.js';
import { WorkingDays } from '../calendar/working-days.js';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { connect } from '../database/data-source.js';
import { Database } from '../database/database.js';
import type { Lib } from '../database/lib.js';
import { ProblemFilter } from '../errors/problem.filter.js';
import { EventWorkers } from '../events/event-workers.js';
import { Events } from '../events/events.js';
import { FactSources } from '../events/tells-again.js';
import { JobQueue } from '../events/job-queue.js';
import { AccessGuard } from '../guard/access.guard.js';
import { OutsideCalls } from '../fetch/outside-calls.js';
import { HealthController } from '../health/health.controller.js';
import { ForgetAnswers } from '../http/forget-answers.js';
import { DemoInboxController } from '../notify/demo-inbox.controller.js';
import { DispatchMessages } from '../notify/dispatch-messages.js';
import { MessageChannels } from '../notify/message-channels.js';
import { NoticesController } from '../notify/notices.controller.js';
import { Notify } from '../notify/notify.js';
import { OwnNotices } from '../notify/own-notices.js';
import { DeliverPushes } from '../notify/push/deliver-pushes.js';
import { PushSender } from '../notify/push/push-sender.js';
import { VapidKeys } from '../notify/push/vapid-keys.js';
import { PersonalDataHolders } from '../personal-data/personal-data.js';
import { SigningKeys } from '../signing/signing-keys.js';
import { SigningKeysController } from '../signing/signing-keys.controller.js';
import { Spreadsheets } from '../sheets/spreadsheets.js';
import { FileStorage, LocalStorage } from '../storage/storage.js';
import { TimedWorkers } from '../timed-work/timed-workers.js';
import { ChainTrail } from '../trail/chain-trail.js';
import { PublishHead } from '../trail/publish-head.js';
import { PublishedHeads } from '../trail/published-heads.js';
import { Trail } from '../trail/trail.js';
import { VerifyTrail } from '../trail/verify-trail.js';
import { DatabaseLifetime } from './database-lifetime.js';

/** What every lib stands on. `libs`: whose tables this process may touch through the default `Database`. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, libs: Lib[], clock: Clock = new Clock()): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, DemoInboxController, NoticesController, SigningKeysController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
        {
          provide: Database,
          useFactory: async () => new Database(await connect(config.databaseUrl, libs, { poolSize: config.poolSize })),
        },
        { provide: FileStorage, useClass: LocalStorage },
        { provide: APP_FILTER, useClass: ProblemFilter },
        AccessGuard,
        { provide: APP_GUARD, useExisting: AccessGuard },
        DatabaseLifetime,
        JobQueue,
        Events,
        EventWorkers,
        FactSources,
        TimedWorkers,
        Notify,
        OutsideCalls,
        MessageChannels,
        DispatchMessages,
        OwnNotices,
        VapidKeys,
        SigningKeys,
        PushSender,
        DeliverPushes,
        WorkingDays,
        PersonalDataHolders,
        Trail,
        ChainTrail,
        PublishedHeads,
        PublishHead,
        VerifyTrail,
        ForgetAnswers,
        { provide: Workshop, useFactory: () => new Workshop() },
        Spreadsheets,
      ],
      exports: [
        Config,
        Clock,
        Database,
        FileStorage,
        OutsideCalls,
        JobQueue,
        Events,
        EventWorkers,
        FactSources,
        Notify,
        WorkingDays,
        PersonalDataHolders,
        SigningKeys,
        Trail,
        VerifyTrail,
        Workshop,
        Spreadsheets,
        AccessGuard,
      ],
    };
  }
}
