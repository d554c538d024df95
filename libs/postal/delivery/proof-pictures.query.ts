import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { FileStorage, Trail, type Actor } from '@choxa/platform';
import { staffOffices } from '../offices/offices.query.js';
import { managedOperators } from '../operators/managed-operators.js';
import { PostalDatabase } from '../postal-database.js';
import { postalProblem } from '../postal.problems.js';
import { proofKey } from './encode-proof.js';

/** The files of photos and signatures, for the staff of the delivery office and the operator's managers. */
@Injectable()
export class ProofPictures {
  constructor(
    private readonly db: PostalDatabase,
    private readonly files: FileStorage,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem `proof.picture-missing`, also for one of another operator */
  async file(actor: Actor, id: string): Promise<{ stream: Readable; size: number }> {
    const [picture] = await this.db.rows<{ contentHash: string; number: string }>(
      'postal.proof-picture',
      `select content_hash as "contentHash", parcel.number from postal.proof_picture picture
         join postal.parcel on parcel.number = picture.parcel_number
        where picture.id = $1 and (parcel.delivery_office_id = any($2::uuid[]) or parcel.current_office_id = any($2::uuid[])
          or parcel.operator_id = any($3::uuid[]))`,
      [id, staffOffices(actor), managedOperators(actor)],
    );
    const file = picture && (await this.files.open(proofKey(picture.contentHash)));
    if (!file) throw postalProblem('proof.picture-missing');
    const reading = { action: 'proof.picture-read', subjectKind: 'parcel', subjectId: picture.number };
    await this.db.transaction((tx) => this.trail.record(tx, actor, reading));
    return file;
  }
}
