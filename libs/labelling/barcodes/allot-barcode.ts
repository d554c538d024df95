import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OwnPacks } from '@choxa/catalogue';
import { Clock, Database, platformProblem, Trail, type Actor, type Tx } from '@choxa/platform';
import { findProductSet, isInsidePrefix } from '@choxa/standards';
import { CartonEntity } from '../cartons/carton.entity.js';
import { Labels } from '../label-rule/labels.js';
import { labellingProblem } from '../labelling.problems.js';
import { lockNumber, lockPack } from '../pack-lock.js';
import { BarcodeEntity } from './barcode.entity.js';
import { choosePrefix, readEnteredGtin, type BarcodeFault } from './barcode.rules.js';
import { CompanyPrefixEntity } from './company-prefix.entity.js';
import { FreeNumbers } from './free-numbers.js';

export interface AllotBarcodeInput {
  kind: 'gtin' | 'internal';
  /** The GS1 number, as typed or scanned; only with `gtin`. */
  number?: string | null;
  /** Instead of a number: the next free one inside a company prefix, in order. */
  next?: boolean | null;
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
    private readonly free: FreeNumbers,
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
      const number = await this.numberFor(tx, actor, { packId, householdId: pack.householdId, current }, input);
      if (current?.number === number) return current;
      const now = this.clock.now();
      if (current) {
        await tx.update(BarcodeEntity, { id: current.id }, { state: 'replaced', replacedAt: now });
        await tx.update(CartonEntity, { packId, state: 'current' }, { state: 'replaced', replacedAt: now });
      }
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

  private async numberFor(tx: Tx, actor: Actor, of: NumberFor, input: AllotBarcodeInput): Promise<string> {
    if (input.kind === 'internal') return of.current?.kind === 'internal' ? of.current.number : this.free.internal(tx);
    const onFile = (await tx.findBy(CompanyPrefixEntity, { householdId: of.householdId })).map(({ prefix }) => prefix);
    if (input.next) return this.next(tx, actor, of, onFile, input.companyPrefix);
    if (!input.number) throw platformProblem('request.invalid', { errors: [{ pointer: '/number', code: 'required', detail: 'number' }] });
    const read = readEnteredGtin(input.number, onFile, input.companyPrefix);
    if (!read.ok) throw refused(read.code, input.number);
    await lockNumber(tx, read.number14);
    // "Never reused" holds for the pack itself too: a number once corrected away does not come back. A carton's number is given too.
    const known = await tx.findOneBy(BarcodeEntity, { number: read.number14 });
    if (known && !(known.packId === of.packId && known.state === 'current')) throw taken();
    if (await tx.existsBy(CartonEntity, { number: read.number14 })) throw taken();
    await this.declare(tx, actor, of.householdId, read.newPrefix);
    return read.number14;
  }

  private async next(tx: Tx, actor: Actor, of: NumberFor, onFile: readonly string[], declared?: string | null): Promise<string> {
    const chosen = choosePrefix(onFile, declared);
    if (!chosen.ok) throw refused(chosen.code, declared ?? '');
    // Asked again, as after a lost answer: the pack has its number.
    if (of.current?.kind === 'gtin' && isInsidePrefix(of.current.number, chosen.prefix)) return of.current.number;
    await this.declare(tx, actor, of.householdId, onFile.includes(chosen.prefix) ? null : chosen.prefix);
    return this.free.insidePrefix(tx, chosen.prefix);
  }

  private async declare(tx: Tx, { accountId }: Actor, householdId: string, prefix: string | null): Promise<void> {
    if (!prefix) return;
    const declared = { householdId, prefix, declaredAt: this.clock.now(), declaredBy: accountId };
    await tx.createQueryBuilder().insert().into(CompanyPrefixEntity).values(declared).orIgnore().execute();
  }
}

interface NumberFor {
  packId: string;
  householdId: string;
  current: BarcodeEntity | null;
}

function refused(code: BarcodeFault, detail: string) {
  const pointer = code === 'barcode.prefix' || code === 'barcode.no-prefix' ? '/companyPrefix' : '/number';
  return labellingProblem(code, { errors: [{ pointer, code, detail }] });
}

function taken() {
  return labellingProblem('barcode.taken', { errors: [{ pointer: '/number', code: 'barcode.taken', detail: 'number' }] });
}
