import { Injectable } from '@nestjs/common';
import { maskPhone } from '@choxa/standards';
import { logger } from '../logging/logger.js';

export interface OutgoingMessage {
  /** The same message always has the same id: what a gateway may tell a repeated try by. */
  id: string;
  /** E.164. */
  to: string;
  channel: string;
  template: string;
  text: string;
}

/** Ways to a telephone. A gateway for SMS or Zalo replaces this adapter, which writes to the log that it would have sent something. */
@Injectable()
export class MessageChannels {
  /** @throws when the gateway did not take it; it is tried again later */
  async deliver({ id, to, channel, template }: OutgoingMessage): Promise<void> {
    logger.debug({ message: id, to: maskPhone(to), channel, template }, 'message handed to the log in place of a gateway');
  }
}
