import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@choxa/platform';
import { problem } from '../catalogue.problems.js';
import { encodeImage } from '../images/encode-image.js';
import { ImageFileStore, imageKey } from '../images/image-files.js';
import { lockOpenReview } from './own-review.js';
import { ReviewRights, type Buyer } from './purchases.js';
import { ReviewPictureEntity } from './review-picture.entity.js';
import { MOST_REVIEW_PICTURES } from './review.rules.js';

/** A buyer adds a picture to a review, three at most. The same picture again changes nothing. */
@Injectable()
export class AddReviewPicture {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rights: ReviewRights,
    private readonly files: ImageFileStore,
  ) {}

  /** `bytes`: the file as uploaded. Throws `not-found`, `review.closed`, `review.pictures`, `image.unreadable`, `image.too-large`. */
  async run(buyer: Buyer, lineId: string, bytes: Buffer): Promise<void> {
    const now = this.clock.now();
    // Decoding is work: nobody makes us do it for a review that is not theirs.
    await this.db.transaction((tx) => lockOpenReview(tx, this.rights, buyer, lineId, now));
    const { files, width, height } = await encodeImage(bytes);
    await this.db.transaction(async (tx) => {
      const { id: reviewId } = await lockOpenReview(tx, this.rights, buyer, lineId, now);
      const pictures = await tx.findBy(ReviewPictureEntity, { reviewId });
      const key = imageKey(reviewId, files);
      if (pictures.some((picture) => picture.key === key)) return;
      if (pictures.length >= MOST_REVIEW_PICTURES) throw problem('review.pictures');
      const taken = new Set(pictures.map((picture) => picture.position));
      const position = [0, 1, 2].find((place) => !taken.has(place))!;
      await this.files.put(key, files);
      await tx.insert(ReviewPictureEntity, { id: randomUUID(), reviewId, key, position, width, height });
    });
  }
}
