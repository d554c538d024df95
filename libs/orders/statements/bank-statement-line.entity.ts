import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { RemittanceEntity } from '../remittances/remittance.entity.js';
import { SellerOrderEntity } from '../seller-orders/seller-order.entity.js';

/** A line of a household's bank statement that was matched, so that it counts once. What the bank wrote is not kept: it names people. */
@Entity({ schema: 'orders', name: 'bank_statement_line' })
@Check('bank_statement_line_of_one', '(seller_order_id is null) <> (remittance_id is null)')
@Check('bank_statement_line_amount', 'amount_vnd > 0')
export class BankStatementLineEntity {
  @PrimaryColumn('uuid', { name: 'household_id' })
  householdId: string;

  /** SHA-256 of the line as it stands in the file. */
  @PrimaryColumn('text', { name: 'line_hash' })
  lineHash: string;

  @Column('date', { name: 'booked_on' })
  bookedOn: string;

  @Column('bigint', { name: 'amount_vnd' })
  amountVnd: number;

  @Column('uuid', { name: 'seller_order_id', nullable: true })
  sellerOrderId: string | null;

  @ManyToOne(() => SellerOrderEntity)
  @JoinColumn({ name: 'seller_order_id', foreignKeyConstraintName: 'bank_statement_line_seller_order' })
  sellerOrder: SellerOrderEntity | null;

  @Column('uuid', { name: 'remittance_id', nullable: true })
  remittanceId: string | null;

  @ManyToOne(() => RemittanceEntity)
  @JoinColumn({ name: 'remittance_id', foreignKeyConstraintName: 'bank_statement_line_remittance' })
  remittance: RemittanceEntity | null;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt: Date;
}
