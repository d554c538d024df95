import sharp from 'sharp';
import { AddImage, catalogueLib, CatalogueModule, CreateProduct, PublishProduct, type CreateProductInput } from '@choxa/catalogue';
import { ApproveHousehold, EnsureHousehold, householdsLib, HouseholdsModule } from '@choxa/households';
import { IdentityModule, identityLib } from '@choxa/identity';
import { Places, placesLib, PlacesModule } from '@choxa/places';
import type { Actor } from '@choxa/platform';
import { anActor, testWorld, type World } from '@choxa/testing';
import { gs1CheckDigit } from '@choxa/standards';
import { AllotBarcode } from './barcodes/allot-barcode.js';
import { MakeLot } from './lots/make-lot.js';
import { RecordTraceEvent } from './lots/record-trace-event.js';
import { labellingLib } from './labelling.lib.js';
import { LabellingModule } from './labelling.module.js';

export interface GivenSeller {
  id: string;
  as: Actor;
}

/** Test data made through the real use cases of the libs below. */
export class LabellingGiven {
  private count = 0;

  constructor(readonly world: World) {}

  static async world(): Promise<LabellingGiven> {
    const libs = [placesLib, identityLib, householdsLib, catalogueLib, labellingLib];
    return new LabellingGiven(
      await testWorld({ libs, imports: [IdentityModule, PlacesModule, HouseholdsModule, CatalogueModule, LabellingModule] }),
    );
  }

  /** An approved household in the first commune of Lâm Đồng. */
  async seller(): Promise<GivenSeller> {
    const commune = this.world.get(Places).communes('68')[0]!;
    const name = `Hộ Nguyễn Văn Đất ${++this.count}`;
    const { id } = await this.world.db.transaction((tx) => this.world.get(EnsureHousehold).run(tx, { name, commune }));
    await this.world.get(ApproveHousehold).run(anActor({ role: 'official', scopeKind: 'nation', scopeId: 'VN' }), id);
    return { id, as: anActor({ role: 'household', scopeKind: 'household', scopeId: id }) };
  }

  /** A product on sale that lacks nothing of its own for a label, unless changed. */
  async product(seller: GivenSeller, change: Partial<CreateProductInput> & { draft?: boolean } = {}) {
    const { draft, ...rest } = change;
    const { product, packId } = await this.world.get(CreateProduct).run(seller.as, {
      householdId: seller.id,
      name: 'Cà phê Arabica Cầu Đất',
      setCode: '13',
      brandName: 'Cầu Đất Farm',
      standards: 'TCVN 5251:2015',
      shelfLifeDays: 365,
      pack: { netContentValue: 500, netContentUnit: 'g', priceVnd: 120_000, stock: 10 },
      ...rest,
    });
    if (!draft) {
      const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#558833' } })
        .jpeg()
        .toBuffer();
      await this.world.get(AddImage).run(seller.as, product.id, picture);
      await this.world.get(PublishProduct).run(seller.as, product.id);
    }
    await this.world.drain();
    return { id: product.id, slug: product.slug, packId };
  }

  /** A fresh licensed number inside the prefix 8938501. */
  gtin(): string {
    const body = `8938501${String(++this.count).padStart(5, '0')}`;
    return body + gs1CheckDigit(body);
  }

  /** A pack with an internal number, a lot and one event: nothing is missing. */
  async labelled(seller: GivenSeller) {
    const product = await this.product(seller);
    const barcode = await this.world.get(AllotBarcode).run(seller.as, product.packId, { kind: 'internal' });
    const lot = await this.world.get(MakeLot).run(seller.as, product.packId, { producedOn: '2026-11-01', producedKind: 'harvest' });
    await this.world.get(RecordTraceEvent).run(seller.as, lot.id, { step: 'harvesting' });
    return { ...product, barcode, lot };
  }
}
