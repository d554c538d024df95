import { Injectable } from '@nestjs/common';
import { LabelFactsOfProducts, officialProvinces } from '@choxa/catalogue';
import { Places } from '@choxa/places';
import { Database, decodeCursor, DEFAULT_LIMIT, pageOf, type Actor, type Page } from '@choxa/platform';
import { toLocalTimestamp } from '@choxa/standards';
import { SuspicionEntity } from './suspicion.entity.js';
import type { SuspicionDto, SuspicionsQuery } from './suspicions.dto.js';

/** Doubted labels of the area an official works for, newest first. */
@Injectable()
export class Suspicions {
  constructor(
    private readonly db: Database,
    private readonly places: Places,
    private readonly products: LabelFactsOfProducts,
  ) {}

  async list(actor: Actor, { limit = DEFAULT_LIMIT, cursor, closed = false }: SuspicionsQuery): Promise<Page<SuspicionDto>> {
    const provinces = officialProvinces(actor);
    const found = this.db.read
      .createQueryBuilder(SuspicionEntity, 'suspicion')
      .where('(:all or suspicion.provinceCodes && :provinces)', { all: provinces === null, provinces: provinces ?? [] })
      .orderBy('suspicion.raisedAt', 'DESC')
      .addOrderBy('suspicion.id', 'DESC')
      .limit(limit + 1);
    if (!closed) found.andWhere('suspicion.closedAt is null');
    if (cursor) {
      const [raisedAt, id] = decodeCursor(cursor, 2);
      found.andWhere('(suspicion.raisedAt, suspicion.id) < (:raisedAt, :id)', { raisedAt, id });
    }
    const page = pageOf(
      await found.getMany(),
      limit,
      (row) => [row.raisedAt.toISOString(), row.id],
      (row) => row,
    );
    const packIds = page.data.flatMap(({ packId }) => packId ?? []);
    const products = await this.products.byPackIds(this.db.read, packIds);
    const nameOf = (code: string | null): string | null => (code ? (this.places.province(code)?.name ?? code) : null);
    const data = page.data.map((row) => {
      const product = products.get(row.packId ?? '');
      const { id, kind, address, serial, note, distanceKm, raisedAt, closedAt, outcome } = row;
      return {
        id,
        kind,
        address,
        productName: product?.productName ?? null,
        householdName: product?.householdName ?? null,
        communeName: product?.communeName ?? null,
        provinceName: product?.provinceName ?? null,
        serial,
        note,
        seenProvinceName: nameOf(row.seenProvinceCode),
        otherProvinceName: nameOf(row.otherProvinceCode),
        distanceKm,
        raisedAt: toLocalTimestamp(raisedAt),
        closedAt: closedAt && toLocalTimestamp(closedAt),
        outcome,
      };
    });
    return { data, next: page.next };
  }
}
