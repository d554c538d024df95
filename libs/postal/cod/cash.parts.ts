import { ClosePayoutBatch } from '../payouts/close-payout-batch.js';
import { MakePayoutBatch } from '../payouts/make-payout-batch.js';
import { PayoutBatchesController } from '../payouts/payout-batches.controller.js';
import { PayoutBatches } from '../payouts/payout-batches.query.js';
import { SettlePayoutLine } from '../payouts/settle-payout-line.js';
import { TakeBankStatement } from '../payouts/take-bank-statement.js';
import { CashCapsController } from './cash-caps.controller.js';
import { CashCaps } from './cash-caps.query.js';
import { CashControlController } from './cash-control.controller.js';
import { CashDesk } from './cash-desk.query.js';
import { CashStanding } from './cash-standing.query.js';
import { CashController } from './cash.controller.js';
import { CodRemittancesController } from './cod-remittances.controller.js';
import { CodToPay } from './cod-to-pay.query.js';
import { ConfirmCashCount } from './confirm-cash-count.js';
import { CountCash } from './count-cash.js';
import { DepositCash } from './deposit-cash.js';
import { EnterCashCap } from './enter-cash-cap.js';
import { HandOverSlip } from './hand-over-slip.js';
import { PayOut } from './pay-out.js';
import { Reconciliation } from './reconciliation.query.js';
import { RemitCod } from './remit-cod.js';
import { RepayShortage } from './repay-shortage.js';
import { SetCashCap } from './set-cash-cap.js';
import { ShortageRepaymentsController } from './shortage-repayments.controller.js';
import { WithdrawCashCount } from './withdraw-cash-count.js';

/** Cash on delivery: held by couriers and offices, counted, paid out. */
export const CASH_CONTROLLERS = [
  CodRemittancesController,
  CashCapsController,
  ShortageRepaymentsController,
  CashController,
  CashControlController,
  PayoutBatchesController,
];

export const CASH_PROVIDERS = [
  CodToPay,
  CashDesk,
  CashStanding,
  Reconciliation,
  CountCash,
  ConfirmCashCount,
  WithdrawCashCount,
  DepositCash,
  SetCashCap,
  PayOut,
  CashCaps,
  EnterCashCap,
  HandOverSlip,
  RepayShortage,
  RemitCod,
  PayoutBatches,
  MakePayoutBatch,
  ClosePayoutBatch,
  SettlePayoutLine,
  TakeBankStatement,
];
