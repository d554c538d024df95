import { Injectable } from '@nestjs/common';
import { Database, OfficialsRegister, sql } from '@choxa/platform';

/** The officials of a place: those who hold its grant. */
@Injectable()
export class Officials extends OfficialsRegister {
  constructor(private readonly db: Database) {
    super();
  }

  async phones(placeKind: 'nation' | 'province' | 'commune', placeCode: string): Promise<string[]> {
    const officials = await sql<{ phone: string }>(
      this.db.read,
      `select phone from identity.role_grant join identity.account on account.id = account_id
        where role = 'official' and scope_kind = $1 and scope_id = $2 and disabled_at is null order by phone`,
      [placeKind, placeCode],
    );
    return officials.map(({ phone }) => phone);
  }
}
