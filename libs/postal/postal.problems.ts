import { defineProblems } from '@choxa/platform';
import { CASH_PROBLEMS } from './cod/cash.problems.js';
import { DELIVERY_PROBLEMS } from './delivery/delivery.problems.js';
import { OPERATOR_PROBLEMS } from './operators/operator.problems.js';
import { PARCEL_PROBLEMS } from './parcels/parcel.problems.js';
import { REPORT_PROBLEMS } from './reports/report.problems.js';
import { SCAN_PROBLEMS } from './scans/scan.problems.js';
import { WAREHOUSE_PROBLEMS } from './warehouse/warehouse.problems.js';
import { WEBHOOK_PROBLEMS } from './webhooks/webhook.problems.js';

/** Everything the post refuses, once; each folder says what is refused in it. */
export const postalProblem = defineProblems({
  ...CASH_PROBLEMS,
  ...DELIVERY_PROBLEMS,
  ...OPERATOR_PROBLEMS,
  ...PARCEL_PROBLEMS,
  ...REPORT_PROBLEMS,
  ...SCAN_PROBLEMS,
  ...WAREHOUSE_PROBLEMS,
  ...WEBHOOK_PROBLEMS,
});
