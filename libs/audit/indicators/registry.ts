import { platformProblem } from '@choxa/platform';
import { DIGITAL_ADDRESSES } from './digital-addresses.js';
import { answeringClosed } from '../periods/frozen-figures.js';
import type { Indicator } from './indicator.js';
import { LABELLED_PRODUCTS } from './labelled-products/labelled-products.js';
import { LEAD_TIME } from './lead-time.js';
import { PARCELS_PER_HEAD } from './parcels-per-head.js';
import { PLATFORMS_ONLINE } from './platforms-online.js';
import { REPORTS_ON_TIME } from './reports-on-time.js';
import { SELLING_HOUSEHOLDS } from './selling-households.js';
import { TRAINED_HOUSEHOLDS } from './trained-households.js';
import { INTERNET_POINTS } from './service-points/internet-points.js';
import { PUBLIC_SERVICE_POINTS } from './service-points/public-service-points.js';
import { SERVICE_POINTS } from './service-points/service-points.js';
import { STAFFED_COMMUNES } from './service-points/staffed-communes.js';
import { PARCELS_TO_ADDRESS } from './parcels-to-address/parcels-to-address.js';
import { POSTAL_REVENUE } from './postal-revenue.js';

const COUNTED: readonly Indicator[] = [
  LABELLED_PRODUCTS,
  SELLING_HOUSEHOLDS,
  PARCELS_TO_ADDRESS,
  POSTAL_REVENUE,
  PARCELS_PER_HEAD,
  DIGITAL_ADDRESSES,
  LEAD_TIME,
  SERVICE_POINTS,
  STAFFED_COMMUNES,
  INTERNET_POINTS,
  PLATFORMS_ONLINE,
  REPORTS_ON_TIME,
  PUBLIC_SERVICE_POINTS,
  TRAINED_HOUSEHOLDS,
];

/** Every indicator that is counted, in the order of the board; closed versions included. */
export const INDICATORS: readonly Indicator[] = COUNTED.map(answeringClosed);

/** The indicator of a number as it stands in an address. @throws Problem `not-found` */
export function indicatorOf(number: string): Indicator {
  const indicator = INDICATORS.find((one) => String(one.number) === number);
  if (!indicator) throw platformProblem('not-found');
  return indicator;
}
