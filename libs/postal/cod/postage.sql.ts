import { postageOfParcel } from '../tariffs/postage.sql.js';

/** SQL: what `parcel` costs its sender, by the weight and on the day it was announced; 0 where no price covers its way. */
export const POSTAGE = `coalesce(${postageOfParcel('parcel.weight_grams', `(parcel.announced_at at time zone 'Asia/Ho_Chi_Minh')::date`)}, 0)`;
