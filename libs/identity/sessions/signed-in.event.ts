import { defineEvent } from '@choxa/platform';

/** Somebody proved their phone on a device. */
export interface SignedInV1 {
  accountId: string;
}

export const SignedIn = defineEvent<SignedInV1>('identity.signed-in.v1');
