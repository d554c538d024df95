import { readInSteps, TellsAgain, type FactSource, type Tx } from '@choxa/platform';
import { PackOffered, type PackOfferedV1 } from '../catalogue.events.js';
import { OFFER_COLUMNS, toOffer, type OfferRow } from './offer-facts.js';

/** Every way in which packs have stood in the shop. */
@TellsAgain(PackOffered)
export class TellOffersAgain implements FactSource<PackOfferedV1> {
  async tell(tx: Tx, take: (facts: readonly PackOfferedV1[]) => Promise<void>): Promise<void> {
    await readInSteps<OfferRow>(tx, `select ${OFFER_COLUMNS} from catalogue.pack_offer`, (rows) => take(rows.map(toOffer)));
  }
}
