import { Module } from '@nestjs/common';
import { PlacesModule } from '@choxa/places';
import './audit.policies.js';
import { MarkTradedLinesReturnedWhenSellerOrderReturned } from './facts/mark-traded-lines-returned.js';
import { DropClosedParcelWhenParcelReopened } from './facts/drop-closed-parcel.js';
import { RecordClosedParcelWhenParcelClosed } from './facts/record-closed-parcel.js';
import { RecordTradedLinesWhenSellerOrderDelivered } from './facts/record-traded-lines.js';
import { AuditController } from './indicators/audit.controller.js';

@Module({
  imports: [PlacesModule],
  controllers: [AuditController],
  providers: [
    RecordTradedLinesWhenSellerOrderDelivered,
    MarkTradedLinesReturnedWhenSellerOrderReturned,
    RecordClosedParcelWhenParcelClosed,
    DropClosedParcelWhenParcelReopened,
  ],
})
export class AuditModule {}
