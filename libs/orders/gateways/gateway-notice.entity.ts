import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What came of a notice: `paid` · `repeated`: it was paid already · `late`: after the cancellation, so owed back · `amount`: not the amount
 * that is due, nothing changed · `unknown`: no such reference · `ignored`: not about a payment.
 */
export const GATEWAY_OUTCOMES = ['paid', 'repeated', 'late', 'amount', 'unknown', 'ignored'] as const;
export type GatewayOutcome = (typeof GATEWAY_OUTCOMES)[number];

/** Something a payment service told us, once. */
@Entity({ schema: 'orders', name: 'gateway_notice' })
@Index('gateway_notice_reference', ['reference'])
@Check('gateway_notice_outcome', `outcome in ('paid', 'repeated', 'late', 'amount', 'unknown', 'ignored')`)
export class GatewayNoticeEntity {
  @PrimaryColumn('text')
  gateway: string;

  /** `webhook-id`: the same for every try to deliver it. */
  @PrimaryColumn('text', { name: 'webhook_id' })
  webhookId: string;

  @Column('text', { nullable: true })
  reference: string | null;

  @Column('bigint', { name: 'amount_vnd', nullable: true })
  amountVnd: number | null;

  @Column('text')
  outcome: GatewayOutcome;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;
}
