import { Instant, ListOf, OneOf, Text, Uuid } from '@choxa/platform';
import type { PayoutAccountEntity } from './payout-account.entity.js';
import { masked, PAYOUT_STATES, payoutStates, type PayoutState } from './payout.rules.js';

export class ChangePayoutAccountDto {
  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/, description: 'BIN of the bank' }) bankBin: string;
  @Text({ min: 4, max: 40 }) accountNumber: string;
  @Text({ min: 2, max: 100 }) holderName: string;
  @Text({ min: 6, max: 6, pattern: /^[0-9]{6}$/, description: "From the owner's phone" }) code: string;
}

export class PayoutCodeSentDto {
  @Instant() expiresAt: string;
}

export class BankDto {
  @Text() bin: string;
  @Text() shortName: string;
  @Text() name: string;
}

export class PayoutAccountDto {
  @Uuid() id: string;
  @OneOf(PAYOUT_STATES) state: PayoutState;
  @Text() bankName: string;
  @Text({ description: 'All but the last four hidden' }) accountNumber: string;
  @Text() holderName: string;
  @Instant() askedAt: string;
  @Instant() effectiveAt: string;
}

export class PayoutDto {
  @ListOf(() => PayoutAccountDto, { description: 'Newest first' }) accounts: PayoutAccountDto[];
  @ListOf(() => BankDto) banks: BankDto[];
}

/** `accounts`: newest first. */
export function toPayoutAccountDtos(accounts: readonly PayoutAccountEntity[], now: Date): PayoutAccountDto[] {
  const states = payoutStates(accounts, now);
  return accounts.map(({ id, bankName, accountNumber, holderName, askedAt, effectiveAt }, at) => ({
    id,
    state: states[at]!,
    bankName,
    accountNumber: masked(accountNumber),
    holderName,
    askedAt: askedAt.toISOString(),
    effectiveAt: effectiveAt.toISOString(),
  }));
}
