import { QRPay } from 'vietnam-qr-pay';

export interface Transfer {
  bankBin: string;
  accountNumber: string;
  /** Whole đồng. */
  amountVnd: number;
  /** What the payer's bank writes with the money: letters and digits. */
  reference: string;
}

/** The text of a VietQR code (EMVCo, NAPAS): account, amount and reference filled in, so that a payer types nothing. */
export function vietQrText({ bankBin, accountNumber, amountVnd, reference }: Transfer): string {
  return QRPay.initVietQR({ bankBin, bankNumber: accountNumber, amount: String(amountVnd), purpose: reference }).build();
}
