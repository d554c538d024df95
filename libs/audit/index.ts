export { auditLib } from './audit.lib.js';
export { AuditModule } from './audit.module.js';
