import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem } from '@choxa/platform';
import { ImageFileStore } from '../images/image-files.js';
import { lockOpenReview } from './own-review.js';
import { ReviewRights, type Buyer } from './purchases.js';
import { ReviewPictureEntity } from './review-picture.entity.js';

/** A buyer takes a picture off a review. */
@Injectable()
export class RemoveReviewPicture {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rights: ReviewRights,
    private readonly files: ImageFileStore,
  ) {}

  /** Throws `not-found`, `review.closed`. */
  async run(buyer: Buyer, lineId: string, pictureId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { id: reviewId } = await lockOpenReview(tx, this.rights, buyer, lineId, this.clock.now());
      const picture = await tx.findOneBy(ReviewPictureEntity, { id: pictureId, reviewId });
      if (!picture) throw platformProblem('not-found');
      await tx.delete(ReviewPictureEntity, { id: pictureId });
      // Inside the lock: the same picture may be uploaded again the moment it is released.
      await this.files.remove(picture.key);
    });
  }
}
