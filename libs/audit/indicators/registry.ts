import { platformProblem } from '@choxa/platform';
import type { Indicator } from './indicator.js';
import { LABELLED_PRODUCTS } from './labelled-products/labelled-products.js';
import { PARCELS_TO_ADDRESS } from './parcels-to-address/parcels-to-address.js';

/** Every indicator that is counted, in the order of the board. */
export const INDICATORS: readonly Indicator[] = [LABELLED_PRODUCTS, PARCELS_TO_ADDRESS];

/** The indicator of a number as it stands in an address. @throws Problem `not-found` */
export function indicatorOf(number: string): Indicator {
  const indicator = INDICATORS.find((one) => String(one.number) === number);
  if (!indicator) throw platformProblem('not-found');
  return indicator;
}
