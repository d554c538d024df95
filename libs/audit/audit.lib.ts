import type { Lib } from '@choxa/platform';
import { AcceptedParcelEntity } from './facts/accepted-parcel.entity.js';
import { FallAlertEntity } from './alerts/fall-alert.entity.js';
import { FallThresholdEntity } from './alerts/fall-threshold.entity.js';
import { PeriodWatchEntity } from './alerts/period-watch.entity.js';
import { CorrectedPlaceEntity } from './facts/corrected-place.entity.js';
import { ClosedParcelEntity } from './facts/closed-parcel.entity.js';
import { FulfilmentPeriodEntity } from './facts/fulfilment-period.entity.js';
import { FulfilmentEntity } from './facts/fulfilment.entity.js';
import { HouseholdLinkEntity } from './facts/household-link.entity.js';
import { AttendanceEntity } from './households/attendance.entity.js';
import { ProductDisplayEntity } from './households/product-display.entity.js';
import { RecognitionEntity } from './households/recognition.entity.js';
import { RegisterEntryEntity, RegisterVersionEntity } from './households/register.entity.js';
import { FunnelPeriodEntity } from './funnel/funnel-period.entity.js';
import { PackOfferEntity } from './funnel/pack-offer.entity.js';
import { LineReturnEntity } from './facts/line-return.entity.js';
import { OpenPeriodEntity } from './facts/open-period.entity.js';
import { ParcelPeriodEntity } from './facts/parcel-period.entity.js';
import { PostingPeriodEntity } from './facts/posting-period.entity.js';
import { ReopenedParcelEntity } from './facts/reopened-parcel.entity.js';
import { TradedLineEntity } from './facts/traded-line.entity.js';
import { ServicePointEntity } from './office-registers/service-point.entity.js';
import { OperatorReportEntity } from './operator-reports/operator-report.entity.js';
import { LabelPeriodEntity } from './product-periods/label-period.entity.js';
import { ProductGapEntity } from './product-periods/product-gap.entity.js';
import { ProductPeriodEntity } from './product-periods/product-period.entity.js';
import { RegisterPeriodEntity } from './register-periods/register-period.entity.js';
import { PublicServiceEntity } from './services/public-service.entity.js';
import { PlatformReports1766004000300 } from './migrations/1766004000300-platform-reports.js';
import { PlatformReportEntity } from './platform-reports/platform-report.entity.js';
import { ReportAnswerEntity } from './operator-reports/report-answer.entity.js';
import { ReportDeadlineEntity } from './operator-reports/report-deadline.entity.js';
import { OperatorReports1766004000200 } from './migrations/1766004000200-operator-reports.js';
import { OperatorsFacts1766004000100 } from './migrations/1766004000100-operators-facts.js';
import { Audit1763700800000 } from './migrations/1763700800000-audit.js';
import { SellingFacts1766002000010 } from './migrations/1766002000010-selling-facts.js';
import { ProductPeriods1766001000000 } from './migrations/1766001000000-product-periods.js';
import { SelfDealing1766002000000 } from './migrations/1766002000000-self-dealing.js';
import { ParcelFacts1766003000001 } from './migrations/1766003000001-parcel-facts.js';
import { FallAlerts1766007003000 } from './migrations/1766007003000-fall-alerts.js';
import { PeriodFiguresOfOperators1766007004000 } from './migrations/1766007004000-period-figures-of-operators.js';
import { CorrectedPlaces1768003000002 } from './migrations/1768003000002-corrected-places.js';
import { PeriodLines1767004001000 } from './migrations/1767004001000-period-lines.js';
import { PeriodProposals1767004000000 } from './migrations/1767004000000-period-proposals.js';
import { PeriodVersions1766007001000 } from './migrations/1766007001000-period-versions.js';
import { OpenFulfilmentPopulation1766003000002 } from './migrations/1766003000002-open-fulfilment-population.js';
import { PeriodFigureEntity } from './periods/period-figure.entity.js';
import { PeriodLineEntity } from './periods/period-line.entity.js';
import { PeriodProposalEntity } from './periods/period-proposal.entity.js';
import { PeriodVersionEntity } from './periods/period-version.entity.js';
import { PopulationPeriodEntity } from './population/population-period.entity.js';
import { PopulationEntity } from './population/population.entity.js';
import { Reporting1766009000000 } from './migrations/1766009000000-reporting.js';
import { OpenPeriods1767002000000 } from './migrations/1767002000000-open-periods.js';
import { RegisterPeriods1767002001000 } from './migrations/1767002001000-register-periods.js';
import { UnclosedParcels1766009001000 } from './migrations/1766009001000-unclosed-parcels.js';
import { LabelPeriods1767001000000 } from './migrations/1767001000000-label-periods.js';
import { Funnel1767005000002 } from './migrations/1767005000002-funnel.js';
import { FirstFacts1768000000000 } from './migrations/1768000000000-first-facts.js';
import { LinesOfMany1767001000001 } from './migrations/1767001000001-lines-of-many.js';
import { Samples1766006000000 } from './migrations/1766006000000-samples.js';
import { SAMPLE_ENTITIES } from './samples/sample.parts.js';

export const auditLib: Lib = {
  name: 'audit',
  entities: [
    TradedLineEntity,
    LineReturnEntity,
    CorrectedPlaceEntity,
    HouseholdLinkEntity,
    ProductDisplayEntity,
    PackOfferEntity,
    FunnelPeriodEntity,
    RecognitionEntity,
    RegisterVersionEntity,
    RegisterEntryEntity,
    AttendanceEntity,
    ProductPeriodEntity,
    ProductGapEntity,
    LabelPeriodEntity,
    RegisterPeriodEntity,
    ClosedParcelEntity,
    AcceptedParcelEntity,
    ReopenedParcelEntity,
    ParcelPeriodEntity,
    PostingPeriodEntity,
    FulfilmentEntity,
    FulfilmentPeriodEntity,
    OpenPeriodEntity,
    PopulationEntity,
    PopulationPeriodEntity,
    PeriodProposalEntity,
    PeriodLineEntity,
    PeriodVersionEntity,
    PeriodFigureEntity,
    FallThresholdEntity,
    FallAlertEntity,
    PeriodWatchEntity,
    ServicePointEntity,
    PublicServiceEntity,
    OperatorReportEntity,
    ReportDeadlineEntity,
    ReportAnswerEntity,
    PlatformReportEntity,
    ...SAMPLE_ENTITIES,
  ],
  migrations: [
    Audit1763700800000,
    ProductPeriods1766001000000,
    ParcelFacts1766003000001,
    OpenFulfilmentPopulation1766003000002,
    SelfDealing1766002000000,
    SellingFacts1766002000010,
    OperatorsFacts1766004000100,
    OperatorReports1766004000200,
    PlatformReports1766004000300,
    Samples1766006000000,
    PeriodVersions1766007001000,
    Reporting1766009000000,
    UnclosedParcels1766009001000,
    FallAlerts1766007003000,
    PeriodFiguresOfOperators1766007004000,
    OpenPeriods1767002000000,
    LabelPeriods1767001000000,
    LinesOfMany1767001000001,
    RegisterPeriods1767002001000,
    Funnel1767005000002,
    FirstFacts1768000000000,
    PeriodProposals1767004000000,
    PeriodLines1767004001000,
    CorrectedPlaces1768003000002,
  ],
};
