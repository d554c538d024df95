export interface GatewayNotice {
  reference: string;
  /** Whole đồng. */
  amountVnd: number;
}

/** The payment that a signed notice tells of; null for what is not one, or is not in the form agreed. */
export function readGatewayNotice(value: unknown): GatewayNotice | null {
  const { type, data } = (value ?? {}) as { type?: unknown; data?: { reference?: unknown; amountVnd?: unknown } };
  if (type !== 'payment.succeeded' || typeof data?.reference !== 'string' || data.reference.length > 40) return null;
  return Number.isSafeInteger(data.amountVnd) ? { reference: data.reference, amountVnd: data.amountVnd as number } : null;
}
