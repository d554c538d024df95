import { auditLib } from '@choxa/audit';
import { catalogueLib } from '@choxa/catalogue';
import { householdsLib } from '@choxa/households';
import { identityLib } from '@choxa/identity';
import { labellingLib } from '@choxa/labelling';
import { ordersLib } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { platformLib, type Lib } from '@choxa/platform';
import { postalLib } from '@choxa/postal';

/** Every lib with tables, in the order their migrations run. */
export const LIBS: Lib[] = [platformLib, placesLib, identityLib, householdsLib, catalogueLib, labellingLib, ordersLib, postalLib, auditLib];
