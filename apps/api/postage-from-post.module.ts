import { Global, Module } from '@nestjs/common';
import { PostalModule } from '@choxa/postal';

/** Where the marketplace's one direct call to the post is plugged in: its `PostageQuotes` are the ones of the post in this process. */
@Global()
@Module({ imports: [PostalModule], exports: [PostalModule] })
export class PostageFromPostModule {}
