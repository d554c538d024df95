import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ReviewEntity } from './review.entity.js';

/** A picture of what a buyer received, made anew like those of products. `width` and `height` in pixels of the page size. */
@Entity({ schema: 'catalogue', name: 'review_picture' })
@Unique('review_picture_place', ['reviewId', 'position'])
@Check('review_picture_position', 'position between 0 and 2')
export class ReviewPictureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => ReviewEntity, { name: 'review_picture_review_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  @Column('text')
  key: string;

  @Column('int')
  position: number;

  @Column('int')
  width: number;

  @Column('int')
  height: number;
}
