import { Injectable } from '@nestjs/common';
import { PayoutAccounts, type PayoutAccount } from '@choxa/households';
import { qrDrawing, toSvg } from '@choxa/labelling';
import { Database, platformProblem, sql, type Actor } from '@choxa/platform';
import { PaymentGateways } from '../gateways/payment-gateways.js';
import { buyersOrder } from '../order-pages/buyers-order.query.js';
import type { PaymentDto } from './payment.dto.js';
import type { PaymentMethod, PaymentState } from './payment.rules.js';
import { unpaidRuleAt } from './unpaid-rule.sql.js';
import { vietQrText } from './vietqr.js';

interface Row {
  sellerOrderId: string;
  householdId: string;
  householdName: string;
  method: PaymentMethod;
  state: PaymentState;
  amountVnd: number;
  reference: string | null;
  payBy: Date | null;
}

/** What a buyer pays and how, by the key in the link or by the account that ordered. Transfers go to the account in effect at the look. */
@Injectable()
export class BuyerPayments {
  constructor(
    private readonly db: Database,
    private readonly payoutAccounts: PayoutAccounts,
    private readonly gateways: PaymentGateways,
  ) {}

  /** @throws not-found alike for a wrong number, a wrong key and another's order. */
  async ofOrder(actor: Actor | null, number: string, key: string | undefined): Promise<PaymentDto[]> {
    const rows = await this.rows(actor, number, key);
    const accounts = await this.accountsFor(rows);
    return rows.map(({ householdId, ...row }) => ({
      ...row,
      payBy: isAwaited(row) ? (row.payBy?.toISOString() ?? null) : null,
      transfer: transferTo(accounts.get(householdId)),
      gatewayUrl: row.method === 'gateway' && isAwaited(row) ? this.gateways.pageOf(row.reference!, row.amountVnd) : null,
    }));
  }

  /** The VietQR code of one awaited transfer as an SVG. @throws not-found also where no transfer is awaited. */
  async qrSvg(actor: Actor | null, number: string, key: string | undefined, sellerOrderId: string): Promise<string> {
    const awaited = (await this.rows(actor, number, key)).filter((row) => row.sellerOrderId === sellerOrderId);
    const [account] = (await this.accountsFor(awaited)).values();
    if (!account) throw platformProblem('not-found');
    const { amountVnd, reference } = awaited[0]!;
    return toSvg(qrDrawing(vietQrText({ ...account, amountVnd, reference: reference! })));
  }

  private accountsFor(rows: Row[]): Promise<Map<string, PayoutAccount>> {
    const awaited = rows.filter((row) => row.method === 'vietqr' && isAwaited(row));
    return this.payoutAccounts.current(
      this.db.read,
      awaited.map((row) => row.householdId),
    );
  }

  private async rows(actor: Actor | null, number: string, key: string | undefined): Promise<Row[]> {
    const order = await buyersOrder(this.db.read, actor, number, key);
    return sql<Row>(
      this.db.read,
      `select part.id as "sellerOrderId", part.household_id as "householdId", part.household_name as "householdName", payment.method,
              payment.state, payment.amount_vnd as "amountVnd", payment.reference,
              case when payment.method <> 'cod' then part.placed_at + make_interval(hours => rule.cancel_after_hours) end as "payBy"
         from orders.seller_order part
         join orders.payment_intent payment on payment.seller_order_id = part.id
         left join ${unpaidRuleAt('part.placed_at')} on true
        where part.order_id = $1 order by part.household_name, part.id`,
      [order.id],
    );
  }
}

function isAwaited({ state }: { state: PaymentState }): boolean {
  return state === 'due';
}

function transferTo(account: PayoutAccount | undefined): PaymentDto['transfer'] {
  return account ? { bankName: account.bankName, accountNumber: account.accountNumber, holderName: account.holderName } : null;
}
