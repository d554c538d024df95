import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { ContentCheck } from '@choxa/postal-contract';
import { ParcelEntity } from './parcel.entity.js';

/** One line of what is declared to be inside a parcel, and what the clerk found when scanning the packs. */
@Entity({ schema: 'postal', name: 'content_line' })
@Check('content_line_code', `code14 ~ '^[0-9]{14}$'`)
@Check('content_line_quantity', 'quantity > 0')
@Check('content_line_price', 'unit_price_vnd >= 0')
@Check('content_line_taken', 'taken between 0 and quantity')
@Check('content_line_checked', `checked in ('matches', 'missing', 'other_code')`)
export class ContentLineEntity {
  @ForeignKey(() => ParcelEntity, { name: 'content_line_parcel' })
  @PrimaryColumn('text', { name: 'parcel_number', primaryKeyConstraintName: 'PK_content_line' })
  parcelNumber: string;

  @PrimaryColumn('int', { name: 'line_no', primaryKeyConstraintName: 'PK_content_line' })
  lineNo: number;

  /** Number on the pack in 14-digit form. */
  @Column('text', { nullable: true })
  code14: string | null;

  @Column('text')
  description: string;

  @Column('int')
  quantity: number;

  /** Null until a clerk has scanned the packs. */
  @Column('text', { nullable: true })
  checked: ContentCheck | null;

  /** Whole đồng for one, part of the cash to collect; null where the sender gave none. */
  @Column('bigint', { name: 'unit_price_vnd', nullable: true })
  unitPriceVnd: number | null;

  /** Units the recipient took; null where the parcel was not taken in part. */
  @Column('int', { nullable: true })
  taken: number | null;
}
