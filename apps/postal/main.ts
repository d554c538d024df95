import { createServer, logger, migrate, readConfig } from '@choxa/platform';
import { LIBS, PostalAppModule } from './postal-app.js';

try {
  const config = readConfig();
  await migrate(config.databaseUrl, LIBS, (line) => logger.info(line));
  const app = await createServer(PostalAppModule.forRoot(config));
  await app.listen(config.apiPort, process.env.API_HOST || '127.0.0.1');
  logger.info({ port: config.apiPort }, 'post ready');
} catch (error) {
  logger.fatal({ err: error }, 'post could not start');
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 500).unref();
}
