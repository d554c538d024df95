import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Places } from '@choxa/places';
import { Clock, Database, Trail, type Actor } from '@choxa/platform';
import { reviewScope } from '../households/household.rules.js';
import { householdProblem } from '../households.problems.js';
import { TrainingSessionEntity } from './training-session.entity.js';

export interface HoldTrainingInput {
  /** `YYYY-MM-DD`. */
  heldOn: string;
  topic: string;
  place: string;
  communeCode: string;
}

/** A clerk or official writes down a class that was held, or is held today. */
@Injectable()
export class HoldTraining {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: Places,
    private readonly trail: Trail,
  ) {}

  /** The session's id. Throws `place.unknown` (also for a commune the actor does not answer for), `training.future`. */
  async run(actor: Actor, { heldOn, topic, place, communeCode }: HoldTrainingInput): Promise<string> {
    const commune = this.places.commune(communeCode);
    const { nation, provinceCodes, communeCodes } = reviewScope(actor);
    if (!commune || !(nation || provinceCodes.includes(commune.provinceCode) || communeCodes.includes(commune.code)))
      throw householdProblem('place.unknown', {
        errors: [{ pointer: '/communeCode', code: 'place.unknown', detail: 'Không có xã này trong địa bàn / no such commune in the area' }],
      });
    const now = this.clock.now();
    if (heldOn > localDay(now))
      throw householdProblem('training.future', {
        errors: [{ pointer: '/heldOn', code: 'training.future', detail: 'Ngày chưa tới / in the future' }],
      });
    const id = randomUUID();
    await this.db.transaction(async (tx) => {
      await tx.insert(TrainingSessionEntity, {
        id,
        heldOn,
        topic,
        place,
        communeCode: commune.code,
        communeName: commune.name,
        provinceCode: commune.provinceCode,
        provinceName: commune.provinceName,
        createdBy: actor.accountId,
        createdAt: now,
      });
      await this.trail.record(tx, actor, { action: 'training.held', subjectKind: 'training-session', subjectId: id });
    });
    return id;
  }
}
