import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, Trail, type Actor } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import { LotsInCharge } from '../lots/lots-in-charge.js';
import { epcisContext, lotEvents, type EpcisJson } from './lot-events.rules.js';
import { LotsForEpcis } from './lots-for-epcis.js';

/** Hands out a lot's history as an EPCIS 2.0 document. */
@Injectable()
export class ExportLotHistory {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly lots: LotsInCharge,
    private readonly forEpcis: LotsForEpcis,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on a lot that is neither the actor's own nor of an official's area. */
  async run(actor: Actor, lotId: string): Promise<EpcisJson> {
    return this.db.transaction(async (tx) => {
      const { lot, as } = await this.lots.require(tx, actor, lotId);
      const [subject] = await this.forEpcis.of(tx, [lot]);
      const events = lotEvents(this.config.publicUrl, subject!);
      await this.trail.record(tx, actor, {
        action: 'lot.exported',
        subjectKind: 'lot',
        subjectId: lotId,
        details: { as, events: events.length },
      });
      return {
        '@context': epcisContext(this.config.publicUrl),
        type: 'EPCISDocument',
        schemaVersion: '2.0',
        creationDate: toLocalTimestamp(this.clock.now()),
        epcisBody: { eventList: events.flatMap(({ json }) => json) },
      };
    });
  }
}
