import { Injectable } from '@nestjs/common';
import { Clock, Database, platformProblem, sql, type Tx } from '@choxa/platform';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { orderProblem } from '../orders.problems.js';
import { Payments } from '../payments/payments.js';
import { TellPaid } from '../payments/tell-paid.js';
import { readGatewayNotice, type GatewayNotice } from './gateway-notice.rules.js';
import type { GatewayOutcome } from './gateway-notice.entity.js';
import { PaymentGateways } from './payment-gateways.js';

/** What the headers of Standard Webhooks say; empty where they are missing. */
export interface WebhookHeaders {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/** A payment service tells what happened to a payment: believed for its signature, acted upon once, whatever it repeats. */
@Injectable()
export class ReceiveGatewayNotice {
  constructor(
    private readonly db: Database,
    private readonly gateways: PaymentGateways,
    private readonly payments: Payments,
    private readonly tellPaid: TellPaid,
    private readonly clock: Clock,
  ) {}

  /**
   * What came of it; for a notice that came before, what came of it then.
   * @throws Problem `not-found` for a service that is not connected, `webhook.signature` for a forged, changed or stale notice
   */
  async run(gatewayName: string, headers: WebhookHeaders, body: Buffer): Promise<GatewayOutcome> {
    const gateway = this.gateways.byName(gatewayName);
    if (!gateway) throw platformProblem('not-found');
    const notice = readGatewayNotice(verified(gateway.webhookSecret, headers, body));
    const key = [gatewayName, headers['webhook-id']];
    return this.db.transaction(async (tx) => {
      // The row is this notice's place in the line: a rival with the same id waits here, then finds it answered.
      const [mine] = await sql(
        tx,
        `insert into orders.gateway_notice (gateway, webhook_id, reference, amount_vnd, outcome, received_at)
         values ($1, $2, $3, $4, 'ignored', $5) on conflict do nothing returning 1 as one`,
        [...key, notice?.reference ?? null, notice?.amountVnd ?? null, this.clock.now()],
      );
      if (!mine) return this.cameOf(tx, key);
      const outcome = notice ? await this.take(tx, notice) : 'ignored';
      await sql(tx, 'update orders.gateway_notice set outcome = $3 where gateway = $1 and webhook_id = $2', [...key, outcome]);
      return outcome;
    });
  }

  private async cameOf(tx: Tx, key: string[]): Promise<GatewayOutcome> {
    const [row] = await sql<{ outcome: GatewayOutcome }>(
      tx,
      'select outcome from orders.gateway_notice where gateway = $1 and webhook_id = $2',
      key,
    );
    return row!.outcome;
  }

  private async take(tx: Tx, { reference, amountVnd }: GatewayNotice): Promise<GatewayOutcome> {
    const payment = await this.payments.lockByReference(tx, reference);
    if (payment?.method !== 'gateway') return 'unknown';
    if (payment.amountVnd !== amountVnd) return 'amount';
    if (!(await this.payments.paid(tx, 'system', payment, this.clock.now()))) return 'repeated';
    await this.tellPaid.run(tx, payment);
    return payment.state === 'paid' ? 'paid' : 'late';
  }
}

function verified(secret: string, headers: WebhookHeaders, body: Buffer): unknown {
  try {
    return new Webhook(secret).verify(body, { ...headers });
  } catch (error) {
    if (error instanceof WebhookVerificationError || error instanceof SyntaxError) throw orderProblem('webhook.signature');
    throw error;
  }
}
