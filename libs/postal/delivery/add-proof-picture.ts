import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, FileStorage, sql, type Actor, type Tx } from '@choxa/platform';
import { NO_HELLO, sendingDevice, type DeviceHello } from '../devices/sending-device.js';
import { staffOffices } from '../offices/offices.query.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { lockParcels, readParcelNumber } from '../scans/parcels-to-move.js';
import { encodeProof, proofKey } from './encode-proof.js';
import type { PictureKind } from './proof-picture.entity.js';

/** A postman sends the photo or the signature on which a delivery will rest. The same picture again answers the one that is there. */
@Injectable()
export class AddProofPicture {
  constructor(
    private readonly db: PostalDatabase,
    private readonly files: FileStorage,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the picture's id.
   * @throws Problem `parcel.unknown`, `proof.unreadable`, `device.unknown`, `device.revoked`, `device.locked`
   */
  async run(actor: Actor, writtenNumber: string, kind: PictureKind, upload: Buffer, hello: DeviceHello = NO_HELLO): Promise<string> {
    const number = readParcelNumber(writtenNumber);
    // Decoding is work: nobody makes us do it for a parcel that is not theirs.
    await this.db.transaction(async (tx) => {
      await sendingDevice(tx, actor, hello, this.clock.now());
      await this.inReach(tx, actor, number);
    });
    const { bytes, contentHash } = await encodeProof(upload);
    await this.files.put(proofKey(contentHash), bytes);
    return this.db.transaction(async (tx) => {
      await this.inReach(tx, actor, number);
      await sql(
        tx,
        `insert into postal.proof_picture (id, parcel_number, kind, content_hash, taken_by, taken_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (parcel_number, kind, content_hash) do nothing`,
        [randomUUID(), number, kind, contentHash, actor.accountId, this.clock.now()],
      );
      const [picture] = await sql<{ id: string }>(
        tx,
        'select id from postal.proof_picture where parcel_number = $1 and kind = $2 and content_hash = $3',
        [number, kind, contentHash],
      );
      return picture!.id;
    });
  }

  private async inReach(tx: Tx, actor: Actor, number: string): Promise<void> {
    const [parcel] = await lockParcels(tx, [number], 'delivery', staffOffices(actor));
    if (!parcel) throw postalProblem('parcel.unknown');
  }
}
