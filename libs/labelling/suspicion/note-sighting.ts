import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Places } from '@choxa/places';
import { Clock, Database, sql, type Tx } from '@choxa/platform';
import { localDay } from '@choxa/standards';
import { labellingProblem } from '../labelling.problems.js';
import { DoubtedLabels } from './doubted-labels.js';
import { SerialRuleEntity } from './serial-rule.entity.js';
import { SerialSightingEntity } from './serial-sighting.entity.js';
import { SuspicionEntity } from './suspicion.entity.js';
import { farSighting, type SerialRule } from './suspicion.rules.js';

/** Sightings of one serial kept within the time of the rule: more tell nothing new. */
const MOST_SIGHTINGS = 100;
const HOUR_SECONDS = 3600;

/** Somebody scanned a single pack and says in which province. The same serial far away a short time before raises a flag. */
@Injectable()
export class NoteSighting {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly labels: DoubtedLabels,
  ) {}

  /** Throws `place.unknown`, `trace.unknown` on an address without a known pack or without a serial, `report.too-many`. */
  async run(address: string, provinceCode: string): Promise<void> {
    if (!this.places.province(provinceCode))
      throw labellingProblem('place.unknown', { errors: [{ pointer: '/provinceCode', code: 'place.unknown', detail: provinceCode }] });
    const seenAt = this.clock.now();
    await this.db.transaction(async (tx) => {
      const { packId, lotId, serial, provinceCode: makerProvince } = await this.labels.of(tx, address);
      if (!packId || !serial) throw labellingProblem('trace.unknown');
      // Two sightings at once would not see each other.
      await sql(tx, `select pg_advisory_xact_lock(hashtextextended('labelling.serial:' || $1 || $2, 0))`, [packId, serial]);
      const rule = await ruleOn(tx, localDay(seenAt));
      const before = await sql<{ provinceCode: string; seenAt: Date }>(
        tx,
        `select province_code as "provinceCode", seen_at as "seenAt" from labelling.serial_sighting
          where pack_id = $1 and serial = $2 and seen_at >= $3::timestamptz - make_interval(hours => $4) order by seen_at desc`,
        [packId, serial, seenAt, rule.withinHours],
      );
      if (before.length >= MOST_SIGHTINGS) throw labellingProblem('report.too-many', { retryAfterSeconds: HOUR_SECONDS });
      await tx.insert(SerialSightingEntity, { id: randomUUID(), packId, serial, provinceCode, seenAt });
      const far = farSighting(rule, { provinceCode, seenAt }, before);
      // One open flag per serial is enough to make somebody look.
      if (!far || (await tx.existsBy(SuspicionEntity, { kind: 'serial_far', packId, serial, closedAt: IsNull() }))) return;
      await tx.insert(SuspicionEntity, {
        id: randomUUID(),
        kind: 'serial_far',
        address,
        packId,
        lotId,
        serial,
        seenProvinceCode: provinceCode,
        otherProvinceCode: far.provinceCode,
        distanceKm: far.km,
        provinceCodes: [...new Set([makerProvince, provinceCode, far.provinceCode].filter(Boolean) as string[])],
        raisedAt: seenAt,
      });
    });
  }
}

async function ruleOn(tx: Tx, day: string): Promise<SerialRule> {
  return tx
    .createQueryBuilder(SerialRuleEntity, 'rule')
    .where('rule.validFrom <= :day and (rule.validTo is null or rule.validTo > :day)', { day })
    .orderBy('rule.validFrom', 'DESC')
    .getOneOrFail();
}
