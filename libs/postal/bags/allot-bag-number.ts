import { buildOwnNumber, buildSscc } from '@choxa/standards';
import { sql, type Tx } from '@choxa/platform';
import { counterSetting } from '../counter-settings/counter-settings.js';

/** Of bags that are numbered without GS1; no operator's parcels begin with it. */
export const BAG_PREFIX = 'TUI';

/** A new bag number: an SSCC inside the operator's GS1 prefix, or an own one. One sequence serves all operators, so no number comes twice. */
export async function allotBagNumber(tx: Tx, operatorId: string): Promise<string> {
  const { gs1Prefix } = await counterSetting(tx, operatorId);
  const [next] = await sql<{ serial: number }>(tx, `select nextval('postal.bag_serial') as serial`);
  return gs1Prefix ? buildSscc(0, gs1Prefix, next!.serial) : buildOwnNumber(BAG_PREFIX, next!.serial);
}
