import { Injectable } from '@nestjs/common';
import { Clock } from '@choxa/platform';
import { PostalDatabase } from '../postal-database.js';

/** How long read provinces are used: a province that was renamed is shown by its new name after this. */
const KEPT_MS = 60_000;

type Names = ReadonlyMap<string, string>;

/** Names of the provinces of all offices in memory, by the ids of the offices: an office hardly ever changes, and each look-up asks for eight. */
@Injectable()
export class OfficeProvinces {
  private kept: { names: Promise<Names>; until: number } | null = null;

  constructor(
    private readonly db: PostalDatabase,
    private readonly clock: Clock,
  ) {}

  /** Of at least these offices; an office opened since is read at once. */
  async of(officeIds: readonly string[]): Promise<Names> {
    const names = await this.names();
    if (officeIds.every((id) => names.has(id))) return names;
    this.kept = null;
    return this.names();
  }

  private names(): Promise<Names> {
    const now = this.clock.now().getTime();
    if (this.kept && now < this.kept.until) return this.kept.names;
    const names = this.read();
    this.kept = { names, until: now + KEPT_MS };
    names.catch(() => (this.kept = null));
    return names;
  }

  private async read(): Promise<Names> {
    const rows = await this.db.rows<{ id: string; name: string }>(
      'postal.office-provinces',
      'select id, province_name as name from postal.office',
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
