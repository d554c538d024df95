import { Injectable } from '@nestjs/common';
import { addDays, localDay } from '@choxa/standards';
import { Clock, Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type PageQuery } from '@choxa/platform';
import { OwnPacks } from '../packs/own-packs.js';
import { officialProvinces } from './official-scope.js';
import type { RecognitionChangeDto, RecognitionDto, RecognitionsQuery } from './recognition.dto.js';
import { endsWithin, isExpired, schemeOf } from './recognition.rules.js';

type ChangeRow = Omit<RecognitionChangeDto, 'proposedByMe'> & { proposedBy: string };
type Row = Omit<RecognitionDto, 'expired' | 'endsWithinDays' | 'enteredByMe' | 'scheme' | 'changes'> & {
  createdAt: Date;
  enteredBy: string | null;
  changes: ChangeRow[];
};

/** How far ahead officials see what ends. */
const EXPIRING_DAYS = 90;

/** Recognitions as those who work on them see them: of an official's area, or of a household's own product. */
@Injectable()
export class RecognitionsToCheck {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ownPacks: OwnPacks,
  ) {}

  /** Oldest first: what waits for an official (declared), for a second one (entered, changing). */
  async list(actor: Actor, { status, changing, limit = DEFAULT_LIMIT, cursor }: RecognitionsQuery): Promise<Page<RecognitionDto>> {
    const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(
      this.db.read,
      `${ROWS} where ${IN_AREA} and ($2::text is null or recognition.status = $2) and (not $6 or ${CHANGING})
          and ($3::timestamptz is null or (recognition.created_at, recognition.id) > ($3, $4::uuid))
        order by recognition.created_at, recognition.id limit $5`,
      [officialProvinces(actor), status ?? null, createdAt, id, limit + 1, changing ?? false],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => this.view(actor, row),
    );
  }

  /** Confirmed ones that end within 90 days, the next to end first. */
  async expiring(actor: Actor, { limit = DEFAULT_LIMIT, cursor }: PageQuery): Promise<Page<RecognitionDto>> {
    const [expiresOn, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const today = localDay(this.clock.now());
    const rows = await sql<Row>(
      this.db.read,
      `${ROWS} where ${IN_AREA} and recognition.status = 'confirmed' and recognition.expires_on between $2 and $3
          and ($4::date is null or (recognition.expires_on, recognition.id) > ($4, $5::uuid))
        order by recognition.expires_on, recognition.id limit $6`,
      [officialProvinces(actor), today, addDays(today, EXPIRING_DAYS), expiresOn, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.expiresOn, row.id],
      (row) => this.view(actor, row),
    );
  }

  /** All of a product of the household's own, newest first. Throws `not-found` on another's. */
  async ofOwnProduct(actor: Actor, productId: string): Promise<RecognitionDto[]> {
    await this.ownPacks.requireProduct(this.db.read, actor, productId);
    const rows = await sql<Row>(
      this.db.read,
      `${ROWS} where product.id = $1 and product.household_id = any($2::uuid[]) order by recognition.created_at desc, recognition.id`,
      [productId, actor.scope('household', 'household')],
    );
    return rows.map((row) => this.view(actor, row));
  }

  /** One that the caller has just written. */
  async written(actor: Actor, id: string): Promise<RecognitionDto> {
    const [row] = await sql<Row>(this.db.read, `${ROWS} where recognition.id = $1`, [id]);
    return this.view(actor, row!);
  }

  private view(actor: Actor, row: Row): RecognitionDto {
    const { id, productId, productName, householdName, provinceName, status, stars, decisionNumber, authority, decisionDate, year } = row;
    const { setNamed, issuingLevel, expiresOn, enteredBy, changes } = row;
    const today = localDay(this.clock.now());
    const decision = { stars, decisionNumber, authority, decisionDate, year, setNamed, issuingLevel, expiresOn };
    return {
      ...{ id, productId, productName, householdName, provinceName, status, ...decision },
      scheme: schemeOf(decisionDate, year),
      expired: isExpired(expiresOn, today),
      endsWithinDays: status === 'confirmed' ? endsWithin(decisionDate, expiresOn, today) : null,
      enteredByMe: enteredBy === actor.accountId,
      changes: changes.map(({ proposedBy, ...change }) => ({ ...change, proposedByMe: proposedBy === actor.accountId })),
    };
  }
}

const IN_AREA = `($1::text[] is null or exists (select from catalogue.listing where product_id = product.id and province_code = any($1)))`;

const CHANGING = `exists (select from catalogue.recognition_change where recognition_id = recognition.id and state = 'proposed')`;

const CHANGES = `
  select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'state', state, 'reason', reason, 'former', former, 'wanted', wanted,
           'proposedBy', proposed_by, 'proposedAt', ${iso('proposed_at')}, 'decidedAt', ${iso('decided_at')}) order by proposed_at desc, id), '[]')
    from catalogue.recognition_change where recognition_id = recognition.id`;

const ROWS = `
  select recognition.id, product.id as "productId", product.name as "productName", seller.name as "householdName",
         seller.province as "provinceName", recognition.status, recognition.stars, recognition.decision_number as "decisionNumber",
         recognition.authority, recognition.decision_date::text as "decisionDate", recognition.year, recognition.set_named as "setNamed",
         recognition.issuing_level as "issuingLevel", recognition.expires_on::text as "expiresOn", recognition.entered_by as "enteredBy",
         recognition.created_at as "createdAt", (${CHANGES}) as changes
    from catalogue.recognition
    join catalogue.product on product.id = recognition.product_id
    join lateral (select household_name as name, province_name as province from catalogue.listing where product_id = product.id limit 1) seller on true`;

/** A timestamp as the API writes instants. */
function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
