import { Injectable } from '@nestjs/common';
import { Clock, Database, PersonalDataHolders, Trail, type Actor } from '@choxa/platform';

/** Everything the system holds about the caller, part by part, for one file. */
@Injectable()
export class ReadPersonalData {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly holders: PersonalDataHolders,
    private readonly trail: Trail,
  ) {}

  async run(actor: Actor): Promise<{ madeAt: string; parts: Record<string, object> }> {
    const { accountId, phone } = actor;
    return this.db.transaction(async (tx) => {
      const parts: Record<string, object> = {};
      for (const holder of this.holders.all()) parts[holder.part] = await holder.read(tx, { accountId, phone });
      await this.trail.record(tx, actor, { action: 'personal-data.downloaded', subjectKind: 'account', subjectId: accountId });
      return { madeAt: this.clock.now().toISOString(), parts };
    });
  }
}
