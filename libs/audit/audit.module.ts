import { Module } from '@nestjs/common';
import { PlacesModule } from '@choxa/places';
import './audit.policies.js';
import { FACT_HANDLERS, TAKING_BACK_HANDLERS } from './facts/fact-handlers.js';
import { AuditController } from './indicators/audit.controller.js';
import { RebuildFacts } from './rebuild/rebuild-facts.js';
import { TellFacts } from './rebuild/tell-facts.js';
import { VerifyFacts } from './rebuild/verify-facts.js';

@Module({
  imports: [PlacesModule],
  controllers: [AuditController],
  providers: [...FACT_HANDLERS, ...TAKING_BACK_HANDLERS, TellFacts, RebuildFacts, VerifyFacts],
})
export class AuditModule {}
