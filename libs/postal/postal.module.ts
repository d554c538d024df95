import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { PlacesModule } from '@choxa/places';
import { ownDatabase } from '@choxa/platform';
import { PostageQuotes, PostOffices } from '@choxa/postal-contract';
import { PostalDatabase } from './postal-database.js';
import './postal.policies.js';
import { CASH_CONTROLLERS, CASH_PROVIDERS } from './cod/cash.parts.js';
import { RemitCod } from './cod/remit-cod.js';
import { DecideCounterSetting } from './counter-settings/counter-settings.js';
import { DeliverParcel } from './delivery/deliver-parcel.js';
import { DELIVERY_CONTROLLERS, DELIVERY_PROVIDERS } from './delivery/delivery.parts.js';
import { SeedPost } from './demo/seed-post.js';
import { CounterOffices } from './offices/counter-offices.js';
import { Offices } from './offices/offices.query.js';
import { OpenOffice } from './offices/open-office.js';
import { OPERATOR_CONTROLLERS, OPERATOR_PROVIDERS } from './operators/operator.parts.js';
import { SetUpOperator } from './operators/set-up-operator.js';
import { AcceptParcel } from './parcels/accept-parcel.js';
import { PARCEL_CONTROLLERS, PARCEL_PROVIDERS } from './parcels/parcel.parts.js';
import { POSTAL_ROLE, postalLib } from './postal.lib.js';
import { REPORT_CONTROLLERS, REPORT_PROVIDERS } from './reports/report.parts.js';
import { RecordScans } from './scans/record-scans.js';
import { SCAN_CONTROLLERS, SCAN_PROVIDERS } from './scans/scan.parts.js';
import { TariffQuotes } from './tariffs/tariff-quotes.js';
import { WAREHOUSE_CONTROLLERS, WAREHOUSE_PROVIDERS } from './warehouse/warehouse.parts.js';
import { WEBHOOK_CONTROLLERS, WEBHOOK_PROVIDERS } from './webhooks/webhook.parts.js';

/** The post's connections are its own, so it closes them itself. */
@Injectable()
class PostalDatabaseLifetime implements OnApplicationShutdown {
  constructor(private readonly db: PostalDatabase) {}

  async onApplicationShutdown(): Promise<void> {
    await this.db.close();
  }
}

/** The post. Everything in it runs as its own role on its own schema. */
@Module({
  imports: [PlacesModule],
  controllers: [
    ...OPERATOR_CONTROLLERS,
    ...PARCEL_CONTROLLERS,
    ...SCAN_CONTROLLERS,
    ...DELIVERY_CONTROLLERS,
    ...CASH_CONTROLLERS,
    ...WAREHOUSE_CONTROLLERS,
    ...REPORT_CONTROLLERS,
    ...WEBHOOK_CONTROLLERS,
  ],
  providers: [
    ownDatabase(postalLib, POSTAL_ROLE, PostalDatabase),
    PostalDatabaseLifetime,
    ...OPERATOR_PROVIDERS,
    ...PARCEL_PROVIDERS,
    ...SCAN_PROVIDERS,
    ...DELIVERY_PROVIDERS,
    ...CASH_PROVIDERS,
    ...WAREHOUSE_PROVIDERS,
    ...REPORT_PROVIDERS,
    ...WEBHOOK_PROVIDERS,
    { provide: PostageQuotes, useClass: TariffQuotes },
    { provide: PostOffices, useClass: CounterOffices },
  ],
  exports: [
    PostageQuotes,
    PostOffices,
    Offices,
    OpenOffice,
    SetUpOperator,
    SeedPost,
    AcceptParcel,
    DeliverParcel,
    RecordScans,
    RemitCod,
    DecideCounterSetting,
  ],
})
export class PostalModule {}
