import { Injectable } from '@nestjs/common';
import { LabelFactsOfProducts, officialProvinces } from '@choxa/catalogue';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, type Actor, type Page, type PageQuery } from '@choxa/platform';
import { LotEntity } from '../lots/lot.entity.js';
import { LotRecallEntity } from './lot-recall.entity.js';
import { toRecallDto, type RecallInListDto } from './recalls.dto.js';

/** Recalls of the area an official works for, newest first. */
@Injectable()
export class Recalls {
  constructor(
    private readonly db: Database,
    private readonly products: LabelFactsOfProducts,
  ) {}

  async list(actor: Actor, { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<RecallInListDto>> {
    const found = this.db.read
      .createQueryBuilder(LotRecallEntity, 'recall')
      .orderBy('recall.recalledAt', 'DESC')
      .addOrderBy('recall.id', 'DESC')
      .limit(limit + 1);
    const provinces = officialProvinces(actor);
    if (provinces) found.andWhere('recall.provinceCode = any(:provinces)', { provinces });
    if (cursor) {
      const [at, id] = decodeCursor(cursor, 2);
      found.andWhere('(recall.recalledAt, recall.id) < (:at, :id)', { at, id });
    }
    const page = pageOf(
      await found.getMany(),
      limit,
      (recall) => [recall.recalledAt.toISOString(), recall.id],
      (recall) => recall,
    );
    return { data: await this.toDtos(page.data), next: page.next };
  }

  private async toDtos(recalls: LotRecallEntity[]): Promise<RecallInListDto[]> {
    const tx = this.db.read;
    const products = await this.products.byPackIds(
      tx,
      recalls.map(({ packId }) => packId),
    );
    const lots = new Map((await tx.find(LotEntity, { where: recalls.map(({ lotId }) => ({ id: lotId })) })).map((lot) => [lot.id, lot]));
    return recalls.map((recall) => {
      const lot = lots.get(recall.lotId)!;
      const product = products.get(recall.packId);
      return {
        ...toRecallDto(recall),
        lotId: lot.id,
        lotCode: lot.code,
        traceCode: lot.traceCode,
        producedOn: lot.producedOn,
        productName: product?.productName ?? '',
        householdName: product?.householdName ?? '',
        communeName: product?.communeName ?? null,
        provinceName: product?.provinceName ?? null,
      };
    });
  }
}
