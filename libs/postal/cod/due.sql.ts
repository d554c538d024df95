import { STANDS } from './cod-journal.js';

/** SQL: the cash of `parcel`, which the entry `collected` brought in, is to be paid out to its sender: delivered, not paid, in no batch. */
export const DUE = `collected.step = 'collected' and collected.account = 'cash' and parcel.state = 'delivered' and ${STANDS('collected')}
     and not exists (select from postal.cod_entry paid where paid.parcel_number = parcel.number and paid.step = 'remitted')
     and not exists (select from postal.payout_parcel batched where batched.parcel_number = parcel.number and not batched.released)`;
