import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

interface Service {
  image: string;
  build?: { context: string; dockerfile: string };
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  volumes?: string[];
}
const compose = parse(read('docker-compose.yml'), { uniqueKeys: true }) as { services: Record<string, Service>; volumes: object };

// Docker cannot run where the tests run, so its files are checked as far as reading goes.
describe('the container files', () => {
  it('name three services, each with an image, and wait for what exists', () => {
    expect(Object.keys(compose.services)).toEqual(['postgres', 'api', 'storefront']);
    for (const { image, depends_on: needs = {}, volumes = [] } of Object.values(compose.services)) {
      expect(image).toMatch(/^[a-z0-9]+(?:\/[a-z0-9-]+)?(?::[a-z0-9][a-z0-9.-]*)?$/);
      for (const need of Object.keys(needs)) expect(compose.services).toHaveProperty(need);
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
    }
  });

  it('use official images of a PostgreSQL ≥ 15 and of the Node we run on, by major version', () => {
    expect(Number(/^postgres:(\d+)-bookworm$/.exec(compose.services['postgres']!.image)?.[1])).toBeGreaterThanOrEqual(15);
    for (const app of ['api', 'storefront']) {
      const bases = [...read(`apps/${app}/Dockerfile`).matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
      expect(new Set(bases)).toEqual(new Set(['node:24-bookworm-slim']));
    }
  });

  it('build from files that exist, and run what the launcher builds', () => {
    for (const name of ['api', 'storefront']) {
      const { build, image } = compose.services[name]!;
      expect(image).toBe(`choxa/${name}`);
      expect(build).toEqual({ context: '.', dockerfile: `apps/${name}/Dockerfile` });
      expect(existsSync(root + build!.dockerfile)).toBe(true);
    }
    expect(read('apps/api/Dockerfile')).toMatch(/launch\.mjs build libs[^]*dist\/main\.js migrate && exec node apps\/api\/dist\/main\.js/);
  });

  it('set only variables that .env.example explains', () => {
    const explained = new Set([...read('.env.example').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]));
    const { postgres: _, ...ours } = compose.services;
    const used = [
      ...Object.values(ours).flatMap((service) => Object.keys(service.environment)),
      ...[...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map((match) => match[1]!),
    ];
    for (const name of used) expect(explained).toContain(name);
  });
});
