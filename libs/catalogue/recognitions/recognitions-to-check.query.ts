import { Injectable } from '@nestjs/common';
import { localDay } from '@choxa/standards';
import { Clock, Database, decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Actor, type Page, type Tx } from '@choxa/platform';
import { officialProvinces } from './official-scope.js';
import type { RecognitionDto } from './recognition.dto.js';
import { isExpired, type RecognitionStatus } from './recognition.rules.js';

type Row = Omit<RecognitionDto, 'expired' | 'enteredByMe'> & { createdAt: Date; enteredBy: string | null };

/** Recognitions of an official's area, oldest first: what waits for an official (declared), and for a second one (entered). */
@Injectable()
export class RecognitionsToCheck {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    { status, limit = DEFAULT_LIMIT, cursor }: { status?: RecognitionStatus; limit?: number; cursor?: string },
  ): Promise<Page<RecognitionDto>> {
    const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows = await sql<Row>(
      this.db.read,
      `${ROWS} where ($1::text[] is null or exists (select from catalogue.listing where product_id = product.id and province_code = any($1)))
          and ($2::text is null or recognition.status = $2)
          and ($3::timestamptz is null or (recognition.created_at, recognition.id) > ($3, $4::uuid))
        order by recognition.created_at, recognition.id limit $5`,
      [officialProvinces(actor), status ?? null, createdAt, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.createdAt.toISOString(), row.id],
      (row) => this.view(actor, row),
    );
  }

  /** One that the caller has just written. */
  async written(actor: Actor, id: string, tx: Tx = this.db.read): Promise<RecognitionDto> {
    const [row] = await sql<Row>(tx, `${ROWS} where recognition.id = $1`, [id]);
    return this.view(actor, row!);
  }

  private view(actor: Actor, row: Row): RecognitionDto {
    const { id, productId, productName, status, stars, decisionNumber, authority, decisionDate, year, issuingLevel, expiresOn } = row;
    const facts = { id, productId, productName, status, stars, decisionNumber, authority, decisionDate, year, issuingLevel, expiresOn };
    return { ...facts, expired: isExpired(expiresOn, localDay(this.clock.now())), enteredByMe: row.enteredBy === actor.accountId };
  }
}

const ROWS = `
  select recognition.id, product.id as "productId", product.name as "productName", recognition.status, recognition.stars,
         recognition.decision_number as "decisionNumber", recognition.authority, recognition.decision_date::text as "decisionDate",
         recognition.year, recognition.issuing_level as "issuingLevel", recognition.expires_on::text as "expiresOn",
         recognition.entered_by as "enteredBy", recognition.created_at as "createdAt"
    from catalogue.recognition join catalogue.product on product.id = recognition.product_id`;
