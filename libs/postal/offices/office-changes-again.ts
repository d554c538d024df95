import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { OfficeChanged, type OfficeChangedV1 } from '@choxa/postal-contract';
import { OFFICE_CHANGE, toOfficeChanged, type OfficeChangeRow } from './tell-office-changes.js';

/** Tells every description of every office again. */
@TellsAgain(OfficeChanged)
export class OfficeChangesAgain implements FactSource<OfficeChangedV1> {
  async tell(tx: Tx, take: (facts: readonly OfficeChangedV1[]) => Promise<void>): Promise<void> {
    await readInSteps<OfficeChangeRow>(tx, QUERY, (changes) => take(changes.map(toOfficeChanged)));
  }
}

const QUERY = `
  select ${OFFICE_CHANGE}
    from postal.office_change change join postal.office on office.id = change.office_id join postal.operator on operator.id = office.operator_id`;
