import { randomInt, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LabelFactsOfProducts, OwnPacks } from '@choxa/catalogue';
import { Places, type Place } from '@choxa/places';
import { Clock, Database, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { addDays, localDay } from '@choxa/standards';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { lockPack } from '../pack-lock.js';
import { LotEntity } from './lot.entity.js';
import { isLotCode, lotCodeOf, type ProducedKind } from './lot.rules.js';
import { newTraceCode } from './trace-code.rules.js';

export interface MakeLotInput {
  /** The household's own lot code; day and running number where none is given. */
  code?: string | null;
  /** `YYYY-MM-DD`, today or before. */
  producedOn: string;
  producedKind: ProducedKind;
  /** Last good day; from the product's shelf life where none is given. */
  expiresOn?: string | null;
  quantity?: number | null;
  /** Place of production; the producer's commune where none is given. */
  communeCode?: string | null;
  placeText?: string | null;
}

/** Records a batch of a pack and gives it its public trace code. */
@Injectable()
export class MakeLot {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ownPacks: OwnPacks,
    private readonly facts: LabelFactsOfProducts,
    private readonly places: Places,
    private readonly labels: Labels,
    private readonly trail: Trail,
  ) {}

  /** Throws `not-found` on a pack that is not the actor's, `lot.*` and `place.unknown` on what cannot be. */
  async run(actor: Actor, packId: string, input: MakeLotInput): Promise<LotEntity> {
    const now = this.clock.now();
    if (input.producedOn > localDay(now)) throw refused('lot.future', '/producedOn');
    if (input.code && !isLotCode(input.code)) throw refused('lot.code', '/code');
    const asked = input.communeCode ? this.known(input.communeCode) : null;
    return this.db.transaction(async (tx) => {
      const { householdId } = await this.ownPacks.require(tx, actor, packId);
      await lockPack(tx, packId);
      const product = (await this.facts.byPackIds(tx, [packId])).get(packId);
      const place = asked ?? (product?.communeCode ? this.places.commune(product.communeCode) : null);
      const expiresOn = input.expiresOn ?? (product?.shelfLifeDays ? addDays(input.producedOn, product.shelfLifeDays) : null);
      if (expiresOn && expiresOn < input.producedOn) throw refused('lot.expiry', '/expiresOn');
      const lot = tx.create(LotEntity, {
        id: randomUUID(),
        packId,
        householdId,
        code: await this.freeCode(tx, packId, input),
        producedOn: input.producedOn,
        producedKind: input.producedKind,
        expiresOn,
        communeCode: place?.code ?? null,
        place,
        placeText: input.placeText || null,
        quantity: input.quantity ?? null,
        traceCode: await this.freeTraceCode(tx),
        madeAt: now,
        madeBy: actor.accountId,
      });
      await tx.insert(LotEntity, lot);
      await this.labels.refresh(tx, packId);
      await this.trail.record(tx, actor, {
        action: 'lot.made',
        subjectKind: 'lot',
        subjectId: lot.id,
        details: { householdId, packId, code: lot.code },
      });
      return lot;
    });
  }

  private known(communeCode: string): Place {
    const place = this.places.commune(communeCode);
    if (!place) throw refused('place.unknown', '/communeCode');
    return place;
  }

  /** The pack is locked, so nobody takes the code between this look and the insert. */
  private async freeCode(tx: Tx, packId: string, { code, producedOn }: MakeLotInput): Promise<string> {
    const rows = await sql<{ code: string }>(tx, 'select code from labelling.lot where pack_id = $1', [packId]);
    const used = new Set(rows.map((row) => row.code));
    if (code) {
      if (used.has(code)) throw refused('lot.taken', '/code');
      return code;
    }
    for (let n = 1; ; n += 1) if (!used.has(lotCodeOf(producedOn, n))) return lotCodeOf(producedOn, n);
  }

  private async freeTraceCode(tx: Tx): Promise<string> {
    for (;;) {
      const traceCode = newTraceCode(randomInt);
      if (!(await tx.existsBy(LotEntity, { traceCode }))) return traceCode;
    }
  }
}

function refused(code: 'lot.future' | 'lot.code' | 'lot.expiry' | 'lot.taken' | 'place.unknown', pointer: string) {
  return labellingProblem(code, { errors: [{ pointer, code, detail: pointer.slice(1) }] });
}
