import { TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { ParcelAccepted, ParcelClosed, type ParcelAcceptedV1, type ParcelClosedV1 } from '@choxa/postal-contract';
import { tellAcceptedFacts } from './accepted-facts.query.js';
import { tellClosedFacts } from './closed-facts.query.js';

/** Every acceptance at a counter. */
@TellsAgain(ParcelAccepted)
export class TellAcceptedParcels implements FactSource<ParcelAcceptedV1> {
  tell(tx: Tx, take: (facts: readonly ParcelAcceptedV1[]) => Promise<void>): Promise<void> {
    return tellAcceptedFacts(tx, take);
  }
}

/** Every end that stands; what was re-opened has none. */
@TellsAgain(ParcelClosed)
export class TellClosedParcels implements FactSource<ParcelClosedV1> {
  tell(tx: Tx, take: (facts: readonly ParcelClosedV1[]) => Promise<void>): Promise<void> {
    return tellClosedFacts(tx, take);
  }
}
