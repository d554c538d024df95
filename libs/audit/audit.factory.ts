import { SellerOrderDelivered, type SellerOrderDeliveredV1 } from '@choxa/orders';
import { placesLib } from '@choxa/places';
import { Events, sql, type EventKind } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { auditLib, AuditModule } from './index.js';

export const nation = anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' });
export const ofHanoi = anActor({ role: 'official', scopeKind: 'province', scopeId: '01' });
export const ofCanTho = anActor({ role: 'official', scopeKind: 'province', scopeId: '92' });

/** The audit alone, told facts as the other libs tell them and asked as officials ask. */
export class AuditGiven {
  private constructor(readonly world: World) {}

  static async open(): Promise<AuditGiven> {
    return new AuditGiven(await testWorld({ libs: [placesLib, auditLib], imports: [AuditModule] }));
  }

  /** Nothing was sold, no parcel has ended. */
  async forget(): Promise<void> {
    await sql(
      this.world.db.read,
      'truncate audit.traded_line, audit.product_period, audit.product_gap, audit.label_period, audit.line_return, audit.closed_parcel, audit.parcel_period',
    );
  }

  async tell<Data extends object>(kind: EventKind<Data>, ...facts: Data[]): Promise<void> {
    await this.world.db.transaction(async (tx) => {
      for (const fact of facts) await this.world.get(Events).publish(tx, kind, fact);
    });
    await this.world.drain();
  }

  deliver(...orders: SellerOrderDeliveredV1[]): Promise<void> {
    return this.tell(SellerOrderDelivered, ...orders);
  }

  async read(path: string, as = nation) {
    return (await this.world.http('GET', `/audit/${path}`, { as })).body;
  }

  /** Numerator, denominator and share of an indicator in the third quarter of 2026. */
  async inQ3(number = 12) {
    const { numerator, denominator, share } = await this.read(`indicators/${number}?period=2026-Q3&province=`);
    return [numerator, denominator, share];
  }
}
