import { pino } from 'pino';
import type { LoggerService } from '@nestjs/common';

/** The process's JSON log on stdout. Never a phone, name, code or address in it. */
export const logger = pino({ level: process.env.LOG_LEVEL || 'info', base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

/** Lets Nest's own messages go through pino; its start-up chatter stays at debug. */
export const nestLogger: LoggerService = {
  log: (message: unknown, context?: string) => logger.debug({ context }, String(message)),
  error: (message: unknown, stack?: string, context?: string) => logger.error({ context, stack }, String(message)),
  warn: (message: unknown, context?: string) => logger.warn({ context }, String(message)),
  debug: (message: unknown, context?: string) => logger.debug({ context }, String(message)),
  verbose: (message: unknown, context?: string) => logger.trace({ context }, String(message)),
  fatal: (message: unknown, context?: string) => logger.fatal({ context }, String(message)),
};
