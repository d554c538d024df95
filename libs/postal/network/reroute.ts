import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';
import { Network } from './network.js';

/** A parcel that was scanned somewhere. */
export interface SeenParcel {
  number: string;
  /** Where it was seen, and when. */
  officeId: string;
  at: Date;
  /** The offices of the way it was sent on. */
  route: readonly string[];
  /** Where it is to go: its delivery office, or on its way back the office that took it in. */
  towards: string;
  /** Whether it sets out only now, so that its promise counts from here. */
  setsOut: boolean;
}

/** Gives parcels that set out, strayed or turned back a way and a promise from where they were seen. */
@Injectable()
export class Reroute {
  constructor(private readonly network: Network) {}

  /** Those on their way cost nothing. Runs in the transaction of the scan; the parcels must be locked. */
  async run(tx: Tx, seen: readonly SeenParcel[]): Promise<void> {
    const off = seen.filter(({ officeId, route, towards, setsOut }) => setsOut || !route.includes(officeId) || route.at(-1) !== towards);
    const found = [];
    for (const parcel of off) {
      const path = await this.network.path(parcel.officeId, parcel.towards, parcel.at, tx);
      if (path) found.push({ number: parcel.number, route: path.officeIds, promisedAt: path.promisedAt });
    }
    if (!found.length) return;
    await sql(
      tx,
      `update postal.parcel set route = given.route, promised_at = given."promisedAt"
       from jsonb_to_recordset($1::jsonb) as given (number text, route uuid[], "promisedAt" timestamptz) where parcel.number = given.number`,
      [JSON.stringify(found)],
    );
  }
}
