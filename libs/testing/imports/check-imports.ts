import { posix } from 'node:path';
import ts from 'typescript';
import type { Rule } from './import-table.js';

/** A source file: `path` from the repository's root with `/`, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

const SCOPE = '@choxa/';

/**
 * Every breach of the import table in `files`, as sentences. Finds: a workspace missing from the table, an import the table does not allow,
 * an import past another workspace's index.ts, a circle, a fact imported where only events may be. Specs and their factories may also import testing.
 */
export function importBreaches(files: SourceFile[], table: Record<string, Rule>): string[] {
  const breaches: string[] = [];
  const workspaces = new Set(files.map(({ path }) => workspaceOf(path)).filter((workspace) => workspace !== null));
  for (const workspace of workspaces) if (!table[workspace]) breaches.push(`${workspace} is missing from the import table`);
  const edges = new Map<string, Set<string>>();
  for (const file of files) {
    const workspace = workspaceOf(file.path);
    if (!workspace || !table[workspace]) continue;
    for (const { specifier, names } of importsOf(file)) {
      const target = specifier.startsWith(SCOPE) ? specifier.slice(SCOPE.length) : null;
      if (target) {
        breaches.push(...breachesOfPackage(file, workspace, target, names, table[workspace], files));
        if (!isSpec(file.path)) edges.set(workspace, (edges.get(workspace) ?? new Set()).add(folderOf(target.split('/')[0]!)));
      } else if (specifier.startsWith('.')) {
        const reached = workspaceOf(posix.join(posix.dirname(file.path), specifier));
        if (reached !== workspace) breaches.push(`${file.path} reaches into ${reached ?? 'the root'} by a relative path`);
      }
    }
  }
  return [...breaches, ...circles(edges)];
}

function breachesOfPackage(
  file: SourceFile,
  workspace: string,
  target: string,
  names: string[],
  rule: Rule,
  files: SourceFile[],
): string[] {
  const [name, ...deep] = target.split('/');
  if (deep.length) return [`${file.path} imports ${SCOPE}${target} past the index.ts of ${name}`];
  if (folderOf(name!) === workspace) return [`${file.path} imports its own index.ts`];
  if (isSpec(file.path) && name === 'testing') return [];
  if (rule.may.includes(name!)) return [];
  if (rule.eventsOf?.includes(name!)) {
    const events = eventNames(name!, files);
    return names
      .filter((imported) => !events.has(imported))
      .map((imported) => `${file.path} imports ${imported} of ${name}, which is not one of its events`);
  }
  return [`${file.path} imports ${SCOPE}${name}, which ${workspace} may not`];
}

/** Names the index.ts of a lib re-exports from its `*.events.ts` files. */
function eventNames(lib: string, files: SourceFile[]): Set<string> {
  const index = files.find((file) => file.path === `libs/${lib}/index.ts`);
  const names = new Set<string>();
  for (const { specifier, names: exported } of index ? importsOf(index) : [])
    if (/\.events\.js$/.test(specifier)) for (const name of exported) names.add(name);
  return names;
}

function circles(edges: Map<string, Set<string>>): string[] {
  const found: string[] = [];
  const visit = (at: string, path: string[]): void => {
    if (path.includes(at)) {
      found.push(`circle: ${[...path.slice(path.indexOf(at)), at].join(' → ')}`);
      return;
    }
    for (const next of edges.get(at) ?? []) visit(next, [...path, at]);
  };
  for (const start of edges.keys()) visit(start, []);
  return [...new Set(found)].slice(0, 5);
}

function importsOf(file: SourceFile): { specifier: string; names: string[] }[] {
  const found: { specifier: string; names: string[] }[] = [];
  const scripts = file.path.endsWith('.vue')
    ? [...file.text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!)
    : [file.text];
  for (const script of scripts) {
    const source = ts.createSourceFile(file.path, script, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
    const visit = (node: ts.Node): void => {
      if (
        (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
        node.moduleSpecifier &&
        ts.isStringLiteral(node.moduleSpecifier)
      )
        found.push({ specifier: node.moduleSpecifier.text, names: namesOf(node) });
      if (
        ts.isCallExpression(node) &&
        node.expression.kind === ts.SyntaxKind.ImportKeyword &&
        node.arguments[0] &&
        ts.isStringLiteral(node.arguments[0])
      )
        found.push({ specifier: node.arguments[0].text, names: ['*'] });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

function namesOf(node: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  const bindings = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (!bindings || ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings)) return ['*'];
  return bindings.elements.map((element) => (element.propertyName ?? element.name).text);
}

function isSpec(path: string): boolean {
  return /\.(spec|factory)\.ts$/.test(path);
}

function workspaceOf(path: string): string | null {
  const [top, name] = path.split('/');
  if (top === 'e2e') return 'e2e';
  return (top === 'libs' || top === 'apps') && name ? `${top}/${name}` : null;
}

function folderOf(name: string): string {
  if (name === 'e2e') return name;
  return name.startsWith('app-') ? `apps/${name.slice(4)}` : `libs/${name}`;
}
