import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { StrataBy } from './draw.rules.js';

/**
 * A random sample of the products traded in a period and area, drawn to compare what was declared with what an inspector finds. With it lie its
 * seed and the whole frame, so that anybody can draw it again. Written once, never edited.
 */
@Entity({ schema: 'audit', name: 'sample' })
@Index('sample_drawn', ['drawnAt', 'id'])
@Check('sample_size', 'size between 1 and 2000')
@Check('sample_double', 'double_percent between 0 and 100')
@Check('sample_frame', 'frame_size > 0')
@Check('sample_strata_by', `strata_by in ('province-set', 'province', 'none')`)
export class SampleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'PK_sample' })
  id: string;

  /** What officials call it; may be empty. */
  @Column('text')
  title: string;

  /** Key of the period the products were traded in. */
  @Column('text')
  period: string;

  /** The area drawn from: codes of provinces and communes; both null for the nation. */
  @Column('text', { array: true, nullable: true })
  provinces: string[] | null;

  @Column('text', { array: true, nullable: true })
  communes: string[] | null;

  @Column('text')
  seed: string;

  /** How many products were wanted; fewer where fewer were traded. */
  @Column('int')
  size: number;

  /** So many in a hundred of the items are inspected by a second person too. */
  @Column('int', { name: 'double_percent' })
  doublePercent: number;

  /** The way of drawing (draw.rules.ts). */
  @Column('text')
  method: string;

  @Column('text', { name: 'strata_by' })
  strataBy: StrataBy;

  @Column('int', { name: 'frame_size' })
  frameSize: number;

  /** SHA-256 of the frame's text. */
  @Column('text', { name: 'frame_hash' })
  frameHash: string;

  /** The frame's text, gzipped. */
  @Column('bytea', { select: false })
  frame: Buffer;

  @Column('timestamptz', { name: 'drawn_at' })
  drawnAt: Date;

  /** Account of the official. */
  @Column('uuid', { name: 'drawn_by' })
  drawnBy: string;
}
