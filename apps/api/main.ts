import { createServer, logger, readConfig } from '@choxa/platform';
import { AppModule } from './app.module.js';

try {
  const config = readConfig();
  const app = await createServer(AppModule.forRoot(config));
  await app.listen(config.apiPort, process.env.API_HOST || '127.0.0.1');
  logger.info({ port: config.apiPort }, 'api ready');
} catch (error) {
  logger.fatal({ err: error }, 'api could not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
}
