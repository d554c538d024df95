import { Flag, Instant, ListOf, OneOf, Text, Uuid } from '../http/fields.js';
import { NOTICE_CHANNELS, NOTICE_TOPICS, type NoticeChannel, type NoticeTopic } from './notice-topics.js';

export class NoticeChoiceDto {
  @OneOf(NOTICE_TOPICS) topic: NoticeTopic;
  @OneOf(NOTICE_CHANNELS) channel: NoticeChannel;
  @Flag() on: boolean;
  @Flag({ description: 'Messages somebody must have cannot be switched off' }) mayBeSwitchedOff: boolean;
}

export class PushDeviceDto {
  @Uuid() id: string;
  @Text() device: string;
  @Instant() createdAt: string;
}

export class NoticesDto {
  @Text({ description: 'Key a browser subscribes with (RFC 8292)' }) pushKey: string;
  @ListOf(() => NoticeChoiceDto) choices: NoticeChoiceDto[];
  @ListOf(() => PushDeviceDto) devices: PushDeviceDto[];
}

export class ChooseNoticeDto {
  @OneOf(NOTICE_TOPICS) topic: NoticeTopic;
  @OneOf(NOTICE_CHANNELS) channel: NoticeChannel;
  @Flag() on: boolean;
}

export class SubscribePushDto {
  @Text({ min: 10, max: 1000, description: 'https address of the push service' }) endpoint: string;
  @Text({ pattern: /^[A-Za-z0-9_-]{87}=?$/, max: 88, description: 'Public key of the browser, base64url' }) p256dh: string;
  @Text({ pattern: /^[A-Za-z0-9_-]{22}={0,2}$/, max: 24, description: 'Secret of the browser, base64url' }) auth: string;
  @Text({ min: 1, max: 100, description: 'What its owner knows the device by' }) device: string;
}

export class SubscribedPushDto {
  @Uuid() id: string;
}
