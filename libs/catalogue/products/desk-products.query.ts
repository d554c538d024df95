import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { localDay } from '@choxa/standards';
import { requireOwnHousehold } from '@choxa/households';
import { Clock, Database, decodeCursor, DEFAULT_LIMIT, pageOf, platformProblem, sql, type Actor, type Page } from '@choxa/platform';
import { ImageEntity } from '../images/image.entity.js';
import { imageView } from '../images/image-url.js';
import type { LabelPanel } from '../listing/label-panel.js';
import { Takedowns } from '../moderation/takedowns.query.js';
import { PackEntity } from '../packs/pack.entity.js';
import { ProductRecognitions } from '../recognitions/product-recognitions.query.js';
import type { DeskPackDto, DeskProductDto } from './product.dto.js';
import { factsOf } from './product-facts.js';
import { ProductEntity } from './product.entity.js';
import { PublishCheck } from './publish-check.js';

interface CopiedFacts {
  pack_id: string;
  net_content: string;
  on_hand: number;
  label: LabelPanel;
}

/** A household's own products, in whatever state. */
@Injectable()
export class DeskProducts {
  constructor(
    private readonly db: Database,
    private readonly check: PublishCheck,
    private readonly recognitions: ProductRecognitions,
    private readonly takedowns: Takedowns,
    private readonly clock: Clock,
  ) {}

  /** Newest first. Throws `not-found` for another's household, `household.choose`. */
  async list(
    actor: Actor,
    { household, limit = DEFAULT_LIMIT, cursor }: { household?: string; limit?: number; cursor?: string },
  ): Promise<Page<DeskProductDto>> {
    const householdId = requireOwnHousehold(actor, household);
    const found = this.db.read
      .createQueryBuilder(ProductEntity, 'product')
      .where('product.householdId = :householdId', { householdId })
      .orderBy('product.createdAt', 'DESC')
      .addOrderBy('product.id', 'DESC')
      .limit(limit + 1);
    if (cursor) {
      const [createdAt, id] = decodeCursor(cursor, 2);
      found.andWhere('(product.createdAt, product.id) < (:createdAt, :id)', { createdAt, id });
    }
    const products = await found.getMany();
    const shown = new Map((await this.of(products)).map((product) => [product.id, product]));
    return pageOf(
      products,
      limit,
      (product) => [product.createdAt.toISOString(), product.id],
      (product) => shown.get(product.id)!,
    );
  }

  /** Throws `not-found`. */
  async one(actor: Actor, productId: string): Promise<DeskProductDto> {
    const householdId = In(actor.scope('household', 'household'));
    const product = await this.db.read.findOneBy(ProductEntity, { id: productId, householdId });
    if (!product) throw platformProblem('not-found');
    return (await this.of([product]))[0]!;
  }

  private async of(products: ProductEntity[]): Promise<DeskProductDto[]> {
    if (!products.length) return [];
    const tx = this.db.read;
    const ids = products.map((product) => product.id);
    const [packs, images, copied, missing, recognitions, takedowns] = await Promise.all([
      tx.find(PackEntity, { where: { productId: In(ids) }, order: { position: 'ASC', id: 'ASC' } }),
      tx.find(ImageEntity, { where: { productId: In(ids) }, order: { position: 'ASC', id: 'ASC' } }),
      sql<CopiedFacts>(tx, 'select pack_id, net_content, on_hand, label from catalogue.listing where product_id = any($1::uuid[])', [ids]),
      this.check.missing(tx, products),
      this.recognitions.byProductIds(tx, ids, localDay(this.clock.now())),
      this.takedowns.inForce(tx, ids),
    ]);
    const copies = new Map(copied.map((copy) => [copy.pack_id, copy]));
    return products.map((product) => {
      const own = packs.filter((pack) => pack.productId === product.id).map((pack) => deskPack(pack, copies.get(pack.id)!));
      const pack = own.find((one) => !one.retired)!;
      const { percent, missing: labelMissing } = copies.get(pack.id)!.label;
      const views = images
        .filter((image) => image.productId === product.id)
        .map((image) => ({ id: image.id, ...imageView(image, product.name) }));
      const { id, slug, state, publishWhenApproved, revision } = product;
      return {
        ...factsOf(product),
        ...{ id, slug, state, publishWhenApproved, revision },
        image: views[0] ?? null,
        images: views,
        pack,
        packs: own,
        missingToPublish: missing.get(id)!,
        labelMissing,
        labelPercent: percent,
        recognition: recognitions.get(id) ?? null,
        takedown: takedowns.get(id) ?? null,
      };
    });
  }
}

function deskPack(pack: PackEntity, copy: CopiedFacts): DeskPackDto {
  const { id, netContentUnit, priceVnd, weightGrams, lengthMm, widthMm, heightMm } = pack;
  return {
    ...{ id, netContentUnit, priceVnd, weightGrams, lengthMm, widthMm, heightMm },
    netContent: copy.net_content,
    netContentValue: pack.netContentValue === null ? null : Number(pack.netContentValue),
    onHand: copy.on_hand,
    barcode: copy.label.barcode,
    retired: pack.retiredAt !== null,
  };
}
