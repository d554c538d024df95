import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../root.js';
import { Service } from '../start/service.js';

const READY_WITHIN_SECONDS = 120;

/** The one API process of a drill, as `npm start` runs it, always on the same port. */
export class DrillApi {
  private service: Service | undefined;
  private gone: Promise<void> = Promise.resolve();

  private constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async on(databaseUrl: string, folder: string): Promise<DrillApi> {
    return new DrillApi(databaseUrl, folder, await freePort());
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Whether the process ended by itself. */
  get ended(): boolean {
    return this.service?.ending !== undefined;
  }

  /** Starts it with its workers; the ms until it is ready. */
  async start(): Promise<number> {
    const env = {
      ...process.env,
      DATABASE_URL: this.databaseUrl,
      DATA_DIR: this.folder,
      STORAGE_URL: `file://${join(this.folder, 'files')}`,
      API_PORT: String(this.port),
      PUBLIC_URL: 'http://localhost:3000',
      WORKERS: '1',
      DEMO: '0',
    };
    const script = join(ROOT, 'apps', 'api', 'dist', 'main.js');
    this.gone = new Promise((resolve) => {
      this.service = new Service('API', script, join(this.folder, 'api.log'), env, this.folder, resolve);
    });
    return this.ready();
  }

  /**
   * Waits until it says that it is ready; the ms that took.
   *
   * @throws Failure when it ends before
   */
  async ready(): Promise<number> {
    const begin = performance.now();
    await this.service!.answers(`${this.origin}/health/ready`, READY_WITHIN_SECONDS);
    return Math.round(performance.now() - begin);
  }

  /** As a power cut would end it. Returns when it is gone. */
  async kill(): Promise<void> {
    if (!this.ended) process.kill(this.service!.pid!, 'SIGKILL');
    await this.gone;
  }

  async stop(): Promise<void> {
    await this.service?.stop();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
