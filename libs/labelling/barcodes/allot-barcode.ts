import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OwnPacks } from '@choxa/catalogue';
import { Clock, Database, platformProblem, sql, Trail, type Actor, type Tx } from '@choxa/platform';
import { findProductSet, internalNumber, toNumber14 } from '@choxa/standards';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { lockPack } from '../pack-lock.js';
import { BarcodeEntity } from './barcode.entity.js';
import { readEnteredGtin } from './barcode.rules.js';
import { CompanyPrefixEntity } from './company-prefix.entity.js';

export interface AllotBarcodeInput {
  kind: 'gtin' | 'internal';
  /** The GS1 number, as typed or scanned; only with `gtin`. */
  number?: string | null;
  /** A company prefix the household says it holds; put on file when the number lies inside it. */
  companyPrefix?: string | null;
}

/** Gives a pack its number. A number it had becomes history: it still resolves, and no pack ever gets it again. */
@Injectable()
export class AllotBarcode {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ownPacks: OwnPacks,
    private readonly labels: Labels,
    private readonly trail: Trail,
  ) {}

  /**
   * The pack's current number afterwards. Asking for what the pack already has changes nothing.
   * Throws `not-found` on a pack that is not the actor's, `barcode.*` on a number that cannot be given.
   */
  async run(actor: Actor, packId: string, input: AllotBarcodeInput): Promise<BarcodeEntity> {
    return this.db.transaction(async (tx) => {
      const pack = await this.ownPacks.require(tx, actor, packId);
      if (findProductSet(pack.setCode)?.service) throw labellingProblem('barcode.service');
      await lockPack(tx, packId);
      const current = await tx.findOneBy(BarcodeEntity, { packId, state: 'current' });
      const number =
        input.kind === 'internal' ? await this.internal(tx, current) : await this.gtin(tx, actor, pack.householdId, packId, input);
      if (current?.number === number) return current;
      const now = this.clock.now();
      if (current) await tx.update(BarcodeEntity, { id: current.id }, { state: 'replaced', replacedAt: now });
      const fresh = tx.create(BarcodeEntity, {
        id: randomUUID(),
        packId,
        householdId: pack.householdId,
        kind: input.kind,
        number,
        state: 'current',
        allottedAt: now,
        allottedBy: actor.accountId,
        replacedAt: null,
      });
      // Two packs that reach for one number at once: the second waits here for the first, and finds it taken.
      const { raw } = await tx.createQueryBuilder().insert().into(BarcodeEntity).values(fresh).orIgnore().returning('id').execute();
      if (!(raw as unknown[]).length) throw taken();
      await this.labels.refresh(tx, packId);
      const details = { householdId: pack.householdId, kind: input.kind, number, replaced: current?.number ?? null };
      await this.trail.record(tx, actor, { action: 'barcode.allotted', subjectKind: 'pack', subjectId: packId, details });
      return fresh;
    });
  }

  private async internal(tx: Tx, current: BarcodeEntity | null): Promise<string> {
    if (current?.kind === 'internal') return current.number;
    const [row] = await sql<{ n: number }>(tx, `select nextval('labelling.internal_number') as n`);
    return toNumber14(internalNumber(row!.n));
  }

  private async gtin(tx: Tx, actor: Actor, householdId: string, packId: string, input: AllotBarcodeInput): Promise<string> {
    if (!input.number) throw platformProblem('request.invalid', { errors: [{ pointer: '/number', code: 'required', detail: 'number' }] });
    const onFile = await tx.findBy(CompanyPrefixEntity, { householdId });
    const prefixes = onFile.map(({ prefix }) => prefix);
    const read = readEnteredGtin(input.number, prefixes, input.companyPrefix);
    if (!read.ok) {
      const pointer = read.code === 'barcode.prefix' || read.code === 'barcode.no-prefix' ? '/companyPrefix' : '/number';
      throw labellingProblem(read.code, { errors: [{ pointer, code: read.code, detail: input.number }] });
    }
    // "Never reused" holds for the pack itself too: a number once corrected away does not come back.
    const known = await tx.findOneBy(BarcodeEntity, { number: read.number14 });
    if (known && !(known.packId === packId && known.state === 'current')) throw taken();
    if (read.newPrefix) {
      const declared = { householdId, prefix: read.newPrefix, declaredAt: this.clock.now(), declaredBy: actor.accountId };
      await tx.createQueryBuilder().insert().into(CompanyPrefixEntity).values(declared).orIgnore().execute();
    }
    return read.number14;
  }
}

function taken() {
  return labellingProblem('barcode.taken', { errors: [{ pointer: '/number', code: 'barcode.taken', detail: 'number' }] });
}
