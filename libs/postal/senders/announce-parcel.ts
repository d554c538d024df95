import { Injectable } from '@nestjs/common';
import { parseContactPhone } from '@choxa/standards';
import { Places } from '@choxa/places';
import { Clock, idempotent, platformProblem, sql, Trail, type Actor, type FieldError, type Tx } from '@choxa/platform';
import type { DeliverToV1, PostingRequestedV1 } from '@choxa/postal-contract';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { RegisterParcel } from '../parcels/register-parcel.js';
import { opaqueReference, operatorsOfSender, senderKeyOf } from './senders.js';
import type { AnnounceParcelDto, DeliverToDto } from './sent-parcel.dto.js';
import { sentParcel } from './sent-parcels.query.js';

/** A sender's program asks the post to carry one parcel, and gets its number at once. */
@Injectable()
export class AnnounceParcel {
  constructor(
    private readonly db: PostalDatabase,
    private readonly places: Places,
    private readonly registerParcel: RegisterParcel,
    private readonly trail: Trail,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the parcel as JSON text (`SentParcelDto`). The same reference again answers the parcel it has, under whatever key it comes.
   * @throws Problem `request.invalid` for a phone or commune that cannot be, `operator.unknown` for an operator the sender does not post through,
   * `office.none`, `numbers.used-up`
   */
  async run(actor: Actor, input: AnnounceParcelDto, key: string): Promise<string> {
    this.requireReachable(input);
    const now = this.clock.now();
    const request = { owner: actor.accountId, route: 'postal.announcement', key, body: input };
    return this.db.transaction((tx) =>
      idempotent(tx, request, now, async () => sentParcel(tx, actor, await this.announce(tx, actor, input, now))),
    );
  }

  private async announce(tx: Tx, actor: Actor, input: AnnounceParcelDto, now: Date): Promise<string> {
    const senderKey = senderKeyOf(actor);
    const operatorCode = await operatorOf(tx, actor, input.operatorCode);
    const { number, created } = await this.registerParcel.run(tx, toPosting(input, operatorCode, senderKey, now), senderKey);
    if (!created) return number;
    await sql(tx, 'insert into postal.sent_parcel (parcel_number, sender_key, reference, announced_at) values ($1, $2, $3, $4)', [
      number,
      senderKey,
      input.reference,
      now,
    ]);
    const details = { codVnd: input.codVnd, operatorCode };
    await this.trail.record(tx, actor, { action: 'parcel.announced', subjectKind: 'parcel', subjectId: number, details });
    return number;
  }

  private requireReachable(input: AnnounceParcelDto): void {
    const errors: FieldError[] = [];
    for (const role of ['sender', 'recipient'] as const) {
      const { phone, communeCode } = input[role];
      if (!parseContactPhone(phone).ok)
        errors.push({ pointer: `/${role}/phone`, code: 'phone', detail: 'Số điện thoại không đúng. / This is no phone number.' });
      if (!this.places.commune(communeCode))
        errors.push({ pointer: `/${role}/communeCode`, code: 'commune', detail: 'Không có xã, phường này. / There is no such commune.' });
    }
    if (input.deliverTo?.kind === 'office' && !input.deliverTo.officeCode)
      errors.push({ pointer: '/deliverTo/officeCode', code: 'required', detail: 'Thiếu mã bưu cục. / The code of the office is missing.' });
    if (errors.length) throw platformProblem('request.invalid', { errors });
  }
}

/** Code of the operator named among the sender's own, or of its only one. */
async function operatorOf(tx: Tx, actor: Actor, code: string | undefined): Promise<string> {
  const own = await sql<{ code: string }>(
    tx,
    'select code from postal.operator where id = any($1::uuid[]) and ($2::text is null or code = $2) limit 2',
    [operatorsOfSender(actor), code ?? null],
  );
  if (own.length !== 1) throw postalProblem('operator.unknown');
  return own[0]!.code;
}

function toPosting(input: AnnounceParcelDto, operatorCode: string, senderKey: string, now: Date): PostingRequestedV1 {
  const { sender, recipient, reference, weightGrams, codVnd, contents, deliverTo, gift, inspection } = input;
  return {
    operatorCode,
    sender,
    recipient,
    senderReference: opaqueReference(senderKey, reference),
    weightGrams,
    codVnd,
    contents: contents.map(({ code14, ...line }) => ({ code14: code14 ?? null, ...line })),
    requestedAt: now.toISOString(),
    ...(deliverTo ? { deliverTo: whereTo(deliverTo) } : {}),
    gift: gift ?? false,
    inspection: inspection ?? false,
  };
}

function whereTo({ kind, officeCode, digitalAddress, point }: DeliverToDto): DeliverToV1 {
  return kind === 'office' ? { kind, officeCode: officeCode! } : { kind, digitalAddress: digitalAddress ?? null, point: point ?? null };
}
