import type { DynamicModule, Type } from '@nestjs/common';
import { AuditModule } from '@choxa/audit';
import { CatalogueModule } from '@choxa/catalogue';
import { HouseholdsModule } from '@choxa/households';
import { IdentityModule } from '@choxa/identity';
import { LabellingModule } from '@choxa/labelling';
import { OrdersModule } from '@choxa/orders';
import { PlacesModule } from '@choxa/places';
import { PlatformModule, type Clock, type Config } from '@choxa/platform';
import { PostalModule } from '@choxa/postal';
import { PostageFromPostModule } from './postage-from-post.module.js';
import { LIBS } from './libs.js';

/** The marketplace, the post and the audit in one process. */
export class AppModule {
  static forRoot(config: Config, clock?: Clock): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(config, LIBS, clock), ...AppModule.parts()] };
  }

  /** The libs' modules, without the platform under them. */
  static parts(): Type[] {
    return [
      PlacesModule,
      IdentityModule,
      HouseholdsModule,
      CatalogueModule,
      LabellingModule,
      OrdersModule,
      PostalModule,
      PostageFromPostModule,
      AuditModule,
    ];
  }
}
