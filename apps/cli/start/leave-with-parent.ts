// Loaded before the API and the storefront (node --import): when the launcher is killed, its channel closes and we end as if asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
