import { Instant, Text } from '@choxa/platform';

export class AskOrderCodeDto {
  @Text({ min: 4, max: 20, description: 'Number of the order' }) number: string;
  @Text({ min: 8, max: 20, description: 'The phone it was placed with' }) phone: string;
}

export class OrderCodeSentDto {
  @Instant() expiresAt: string;
}

export class LookUpOrderDto extends AskOrderCodeDto {
  @Text({ pattern: /^\d{6}$/, max: 6, description: 'The code sent to the phone' }) code: string;
}

export class FoundOrderDto {
  @Text() number: string;
  @Text({ description: 'A new key that opens GET /orders/{number}?key=…; keys given before work no longer' }) accessKey: string;
}
