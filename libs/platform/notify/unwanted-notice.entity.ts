import { Check, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeChannel, NoticeTopic } from './notice-topics.js';

/** What somebody does not want to be told by one way. No row: it is told. */
@Entity({ schema: 'platform', name: 'unwanted_notice' })
@Check('unwanted_notice_channel', `channel in ('text', 'push')`)
export class UnwantedNoticeEntity {
  /** E.164. */
  @PrimaryColumn('text')
  phone: string;

  @PrimaryColumn('text')
  topic: NoticeTopic;

  @PrimaryColumn('text')
  channel: NoticeChannel;
}
