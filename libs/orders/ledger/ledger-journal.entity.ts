import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';
import type { JournalKind } from './ledger.rules.js';

/** One thing that happened to the money of a seller order. Its entries sum to zero; it is never changed or deleted. */
@Entity({ schema: 'orders', name: 'ledger_journal' })
@Index('ledger_journal_seller_order', ['sellerOrderId', 'at'])
@Check(
  'ledger_journal_kind',
  `kind in ('sale', 'adjustment', 'charges', 'cancellation', 'return', 'cod-collected', 'cod-remitted', 'paid-by-transfer', 'paid-through-gateway', 'refund-due', 'refund-paid')`,
)
export class LedgerJournalEntity {
  /** What happened and to what, e.g. `sale:<id of the seller order>`: it is written once. */
  @PrimaryColumn('text')
  key: string;

  @Column('uuid', { name: 'seller_order_id' })
  sellerOrderId: string;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'ledger_journal_of_seller_order' })
  sellerOrder: SellerOrderEntity;

  @Column('text')
  kind: JournalKind;

  @Column('timestamptz')
  at: Date;
}
