import { Module, type DynamicModule } from '@nestjs/common';
import { identityLib, IdentityModule } from '@choxa/identity';
import { placesLib, PlacesModule } from '@choxa/places';
import { Config, platformLib, PlatformModule, type Lib } from '@choxa/platform';
import { postalLib, PostalModule } from '@choxa/postal';

/** Everything the post needs, and nothing of the marketplace. In migration order. */
export const LIBS: Lib[] = [platformLib, placesLib, identityLib, postalLib];

@Module({})
export class PostalAppModule {
  static forRoot(config: Config): DynamicModule {
    return { module: PostalAppModule, imports: [PlatformModule.forRoot(config, LIBS), PlacesModule, IdentityModule, PostalModule] };
  }
}
