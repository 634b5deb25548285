import * as z from 'zod/mini';
import { fileText, sources } from '../unit/projectFiles';

const command = z.object({
  command: z.string(),
  title: z.string(),
  category: z.optional(z.string()),
  icon: z.optional(z.string()),
  enablement: z.optional(z.string()),
});
const item = z.object({
  command: z.optional(z.string()),
  submenu: z.optional(z.string()),
  when: z.optional(z.string()),
  group: z.optional(z.string()),
});
const shades = z.strictObject({
  dark: z.string(),
  light: z.string(),
  highContrast: z.string(),
  highContrastLight: z.string(),
});
const support = z.object({ supported: z.boolean(), description: z.string() });

export const manifest = z
  .object({
    private: z.boolean(),
    icon: z.string(),
    engines: z.object({ vscode: z.string() }),
    devDependencies: z.record(z.string(), z.string()),
    dependencies: z.optional(z.record(z.string(), z.string())),
    activationEvents: z.array(z.string()),
    capabilities: z.object({ untrustedWorkspaces: support, virtualWorkspaces: support }),
    contributes: z.object({
      configuration: z.object({
        properties: z.record(
          z.string(),
          z.object({ scope: z.string(), order: z.number(), markdownDescription: z.string() }),
        ),
      }),
      colors: z.array(z.object({ id: z.string(), description: z.string(), defaults: shades })),
      views: z.record(
        z.string(),
        z.array(
          z.object({ id: z.string(), name: z.string(), icon: z.string(), when: z.optional(z.string()) }),
        ),
      ),
      viewsWelcome: z.array(
        z.object({ view: z.string(), contents: z.string(), when: z.optional(z.string()) }),
      ),
      walkthroughs: z.array(
        z.object({
          id: z.string(),
          steps: z.array(
            z.object({
              id: z.string(),
              description: z.string(),
              media: z.object({ svg: z.string(), altText: z.string() }),
              completionEvents: z.array(z.string()),
            }),
          ),
        }),
      ),
      commands: z.array(command),
      menus: z.record(z.string(), z.array(item)),
      languages: z.array(z.object({ id: z.string() })),
      grammars: z.array(z.object({ scopeName: z.string() })),
      semanticTokenTypes: z.array(z.object({ id: z.string() })),
      submenus: z.array(z.object({ id: z.string(), label: z.string() })),
      keybindings: z.array(
        z.object({
          command: z.string(),
          key: z.string(),
          when: z.string(),
          args: z.optional(z.object({ key: z.string() })),
        }),
      ),
    }),
  })
  .parse(JSON.parse(fileText('package.json')));

export const { contributes } = manifest;

export const colourIds = contributes.colors.map(({ id }) => id);

export const walkthroughSteps = contributes.walkthroughs.flatMap(({ steps }) => steps);

/** What ticks the steps of the walkthrough, by kind: `onContext`, `onView`, `onCommand`. */
export function ticks(kind: string): string[] {
  return walkthroughSteps
    .flatMap(({ completionEvents }) => completionEvents)
    .flatMap((event) => (event.startsWith(`${kind}:`) ? event.slice(kind.length + 1) : []));
}

/** What is found in the code outside of the panel. */
export function foundInCode(pattern: RegExp): string[] {
  const code = [...sources()].filter(([file]) => !file.startsWith('panel/'));
  return code.flatMap(([, text]) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []));
}

export function contextKeys(): string[] {
  return foundInCode(/'setContext',\s*'(alliance\.\w+)'/g);
}
