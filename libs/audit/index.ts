export { auditLib } from './audit.lib.js';
export { AuditModule } from './audit.module.js';
export { RebuildFacts } from './rebuild/rebuild-facts.js';
export { FactsUntold } from './rebuild/tell-facts.js';
export { VerifyFacts, type FactsFault } from './rebuild/verify-facts.js';
export { ClosePeriod } from './periods/close-period.js';
export { VerifyPeriods, type PeriodFault, type PeriodFaultKind } from './periods/verify-periods.js';
export { INSPECTED_FIELDS } from './inspections/verdicts.rules.js';
export { EnterPopulation } from './population/enter-population.js';
