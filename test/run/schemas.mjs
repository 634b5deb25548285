// `npm run schemas`: writes the formats of our files as JSON Schemas to media/schemas.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { root } from './processes.mjs';

const { outputFiles } = await build({
  entryPoints: [join(root, 'src', 'words', 'fileSchemas.ts')],
  bundle: true,
  format: 'esm',
  loader: { '.yaml': 'text' },
  write: false,
});
const { fileSchemas } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
const folder = join(root, 'media', 'schemas');
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(fileSchemas())) {
  const file = join(folder, `${name}.schema.json`);
  const options = { ...(await resolveConfig(file)), parser: 'json' };
  writeFileSync(file, await format(JSON.stringify(schema), options));
  console.log(`media/schemas/${name}.schema.json`);
}
