import { CounterServicesAgain } from '../counter-services/counter-services-again.js';
import { CounterServicesController } from '../counter-services/counter-services.controller.js';
import { CounterServices } from '../counter-services/counter-services.query.js';
import { RecordCounterService } from '../counter-services/record-counter-service.js';
import { TellAcceptedParcels, TellClosedParcels } from '../facts/tell-parcels.js';
import { CorrectFigure } from './correct-figure.js';
import { KeepAnswerWhenReportAnswered } from './keep-answer-when-report-answered.js';
import { QuarterDrafts } from './quarter-drafts.js';
import { QuarterReportsController } from './quarter-reports.controller.js';
import { QuarterReports } from './quarter-reports.query.js';
import { RemindOfReports } from './remind-of-reports.js';
import { ReportsAgain } from './reports-again.js';
import { SubmitReport } from './submit-report.js';

/** What is told to the authority and to the ledger of facts: quarterly reports, public services at counters, ends of parcels. */
export const REPORT_CONTROLLERS = [QuarterReportsController, CounterServicesController];

export const REPORT_PROVIDERS = [
  ReportsAgain,
  QuarterReports,
  QuarterDrafts,
  CorrectFigure,
  SubmitReport,
  RemindOfReports,
  KeepAnswerWhenReportAnswered,
  CounterServicesAgain,
  CounterServices,
  RecordCounterService,
  TellAcceptedParcels,
  TellClosedParcels,
];
