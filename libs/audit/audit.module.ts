import { Module } from '@nestjs/common';
import { PlacesModule } from '@choxa/places';
import './audit.policies.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { OfficialsPhones } from './alerts/officials-phones.js';
import { WatchPeriods } from './alerts/watch-periods.js';
import { ExportGate } from './exports/export-gate.js';
import { ExportTable } from './exports/export-table.js';
import { ExportsController } from './exports/exports.controller.js';
import { AMENDING_HANDLERS, FACT_HANDLERS } from './facts/fact-handlers.js';
import { FunnelController } from './funnel/funnel.controller.js';
import { Figures } from './indicators/figures.js';
import { IndicatorsController } from './indicators/indicators.controller.js';
import { LabelledProductsController } from './indicators/labelled-products/labelled-products.controller.js';
import { ParcelsToAddressController } from './indicators/parcels-to-address/parcels-to-address.controller.js';
import { EnterPlatformReport } from './platform-reports/enter-platform-report.js';
import { PlatformReportsController } from './platform-reports/platform-reports.controller.js';
import { AnswerReport } from './operator-reports/answer-report.js';
import { OperatorReportsController } from './operator-reports/operator-reports.controller.js';
import { OperatorReports } from './operator-reports/operator-reports.query.js';
import { ConfirmPeriod } from './periods/confirm-period.js';
import { ProposePeriod } from './periods/propose-period.js';
import { WithdrawProposal } from './periods/withdraw-proposal.js';
import { PeriodOfficialsData } from './periods/period-officials-data.js';
import { ProposalsController } from './periods/proposals.controller.js';
import { PeriodStates } from './periods/period-states.query.js';
import { OpenDataController } from './open-data/open-data.controller.js';
import { OpenData } from './open-data/open-data.js';
import { PeriodsController } from './periods/periods.controller.js';
import { VerifyPeriods } from './periods/verify-periods.js';
import { EnterPopulation } from './population/enter-population.js';
import { PopulationController } from './population/population.controller.js';
import { RebuildFacts } from './rebuild/rebuild-facts.js';
import { TellFacts } from './rebuild/tell-facts.js';
import { VerifyFacts } from './rebuild/verify-facts.js';
import { SAMPLE_CONTROLLERS, SAMPLE_PROVIDERS } from './samples/sample.parts.js';
import { Scopes } from './scope/scopes.js';

@Module({
  imports: [PlacesModule],
  controllers: [
    PeriodsController,
    ProposalsController,
    AlertsController,
    LabelledProductsController,
    ParcelsToAddressController,
    IndicatorsController,
    FunnelController,
    ExportsController,
    PopulationController,
    ...SAMPLE_CONTROLLERS,
    OpenDataController,
    OperatorReportsController,
    PlatformReportsController,
  ],
  providers: [
    ...FACT_HANDLERS,
    ...AMENDING_HANDLERS,
    TellFacts,
    RebuildFacts,
    VerifyFacts,
    Scopes,
    Figures,
    PeriodStates,
    ProposePeriod,
    ConfirmPeriod,
    WithdrawProposal,
    PeriodOfficialsData,
    VerifyPeriods,
    OfficialsPhones,
    WatchPeriods,
    ExportGate,
    ExportTable,
    EnterPopulation,
    ...SAMPLE_PROVIDERS,
    OpenData,
    OperatorReports,
    AnswerReport,
    EnterPlatformReport,
  ],
})
export class AuditModule {}
