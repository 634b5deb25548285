import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import * as z from 'zod/mini';
import type { PanelState, ToPanel } from '../../src/panel/messages';
import { caseNamed, pages } from './caseStates';
import type { Look, OpenPanel } from './harness';
import { session } from './session';
import { themeNames, type ThemeName } from './themes';

/** A page as it is compared with its stored picture. */
export interface Shot extends Look {
  readonly name: string;
  readonly page: 'session' | 'case';
  readonly theme: ThemeName;
}

export const shots: readonly Shot[] = (['session', 'case'] as const).flatMap((page) =>
  themeNames.flatMap((theme) =>
    [
      [300, 1000],
      [900, 620],
    ].map(([width = 0, height = 0]) => {
      return { name: `${page}-${width}-${theme}`, page, theme, width, height, reducedMotion: true };
    }),
  ),
);

const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** A part of a page: a drawing, which fonts do not move, or words, which they do. */
const partSchema = z.object({
  name: z.string(),
  drawing: z.boolean(),
  box: boxSchema,
  /** Where words stand in a drawing: left out, since fonts differ. */
  words: z.array(boxSchema),
});

type Box = z.infer<typeof boxSchema>;
type Part = z.infer<typeof partSchema>;

export interface Picture {
  /** PNG in base64. */
  readonly png: string;
  readonly parts: readonly Part[];
}

const folder = join(process.cwd(), 'test', 'panel', 'pictures');
const partsFile = join(folder, 'parts.json');
const storedParts = z.record(z.string(), z.array(partSchema));

function fileOf({ name }: Shot, kind: 'stored' | 'now'): string {
  return join(folder, kind === 'stored' ? `${name}.png` : `${name}.now.png`);
}

export function storedPicture(shot: Shot): Picture {
  const parts = storedParts.parse(JSON.parse(readFileSync(partsFile, 'utf8')))[shot.name] ?? [];
  return { png: readFileSync(fileOf(shot, 'stored'), 'base64'), parts };
}

/** All of them anew. */
export function storePictures(taken: ReadonlyMap<Shot, Picture>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [shot, { png }] of taken) writeFileSync(fileOf(shot, 'stored'), png, 'base64');
  const lines = [...taken].map(
    ([{ name }, { parts }]) =>
      `  ${JSON.stringify(name)}: [\n${parts.map((each) => `    ${JSON.stringify(each)}`).join(',\n')}\n  ]`,
  );
  writeFileSync(partsFile, `{\n${lines.join(',\n')}\n}\n`);
}

/** A picture that differs is put beside the stored one; one that does not takes it away again. */
export function putBeside(shot: Shot, { png }: Picture, differs: boolean): void {
  const file = fileOf(shot, 'now');
  if (differs) writeFileSync(file, png, 'base64');
  else if (existsSync(file)) rmSync(file);
}

/** Tells the panel what the shot shows. */
export async function showShot(panel: OpenPanel, { page }: Pick<Shot, 'page'>): Promise<void> {
  const state: PanelState = page === 'session' ? session : await caseNamed('case');
  const message: ToPanel = { type: 'show', state, pages: { ...pages, shown: page } };
  await panel.tell(message);
}

export async function takePicture({ page }: OpenPanel): Promise<Picture> {
  const parts = await page.evaluate(partsOf);
  const png = await page.screenshot({ animations: 'disabled' });
  return { png: png.toString('base64'), parts };
}

/** In the page: the boxes of what is compared. */
function partsOf(): Part[] {
  const root = document.querySelector('alliance-panel')?.shadowRoot;
  const boxOf = (element: Element): Box => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
  };
  const found = (selector: string): Element[] => [...(root?.querySelectorAll(selector) ?? [])];
  const drawings = found('svg.drawing').map((svg, index): Part => {
    const words = [...svg.querySelectorAll('text')].map(boxOf);
    return { name: `drawing ${index + 1}`, drawing: true, box: boxOf(svg), words };
  });
  const named = [
    '.pages',
    '.chips',
    '.sentences',
    '.figures',
    '.movers',
    '.episodes',
    '.ratings',
    '.detectors',
  ];
  const words = named.flatMap((name) =>
    found(name).map((element): Part => ({ name, drawing: false, box: boxOf(element), words: [] })),
  );
  return [...drawings, ...words];
}

/** In what two pictures of a page differ; empty where they are alike. Told in a browser, which can read them. */
export async function differences(page: Page, stored: Picture, now: Picture): Promise<readonly string[]> {
  const names = (picture: Picture): string => picture.parts.map(({ name }) => name).join(', ');
  if (names(stored) !== names(now)) return [`its parts were: ${names(stored)}; and are: ${names(now)}`];
  return page.evaluate(compare, { stored, now });
}

/** In the page. Cells of some pixels are compared by their mean colours, a part at a time. */
async function compare({ stored, now }: { stored: Picture; now: Picture }): Promise<string[]> {
  /** Cells of a drawing stay where they are; those of words are as large as a letter. */
  const [drawingCell, wordCell] = [3, 20];
  /** How much a channel may differ, of 255; and how large a share of cells may differ by more. */
  const [drawingLimit, wordLimit] = [24, 40];
  const [drawingShare, wordShare] = [0.0025, 0.55];
  const groundLimit = 3;

  const pixelsOf = async (png: string): Promise<ImageData> => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const mean = ({ data, width, height }: ImageData, box: Box): number[] => {
    const sum = [0, 0, 0];
    let count = 0;
    for (
      let y = Math.max(0, Math.floor(box.y));
      y < Math.min(height, Math.max(box.y + 1, box.y + box.height));
      y++
    ) {
      for (
        let x = Math.max(0, Math.floor(box.x));
        x < Math.min(width, Math.max(box.x + 1, box.x + box.width));
        x++
      ) {
        for (const channel of [0, 1, 2])
          sum[channel] = (sum[channel] ?? 0) + (data[(y * width + x) * 4 + channel] ?? 0);
        count++;
      }
    }
    return sum.map((one) => one / Math.max(1, count));
  };
  const apart = (a: readonly number[], b: readonly number[]): number =>
    Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0))));
  const isOver = (cell: Box, words: readonly Box[], part: Box): boolean =>
    words.some(
      (word) =>
        word.x - part.x < cell.x + cell.width &&
        cell.x < word.x - part.x + word.width &&
        word.y - part.y < cell.y + cell.height &&
        cell.y < word.y - part.y + word.height,
    );

  const [one, other] = await Promise.all([pixelsOf(stored.png), pixelsOf(now.png)]);
  const ground = { x: 1, y: 1, width: 1, height: 1 };
  const said: string[] = [];
  if (apart(mean(one, ground), mean(other, ground)) > groundLimit) said.push('the ground has another colour');
  for (const [index, part] of stored.parts.entries()) {
    const { box, words, name, drawing } = part;
    const mate = now.parts[index] ?? part;
    const [right, down] = [mate.box.width / box.width, mate.box.height / box.height];
    // What reaches below the picture, with one type or another, is not all there.
    if (box.y + box.height > one.height || mate.box.y + mate.box.height > other.height) continue;
    const size = drawing ? drawingCell : wordCell;
    if (drawing ? Math.abs(mate.box.height - box.height) > 2 : down < 0.6 || down > 1.7) {
      said.push(`${name} was ${box.height} pixels high, and is ${mate.box.height}`);
      continue;
    }
    let [cells, differing] = [0, 0];
    for (let y = 0; y < box.height; y += size) {
      for (let x = 0; x < box.width; x += size) {
        const cell = { x, y, width: size, height: size };
        if (isOver(cell, words, box) || isOver(cell, mate.words, mate.box)) continue;
        const scale = drawing ? [1, 1] : [right, down];
        const [dx = 1, dy = 1] = scale;
        const there = { x: mate.box.x + x * dx, y: mate.box.y + y * dy, width: size * dx, height: size * dy };
        const here = { x: box.x + x, y: box.y + y, width: size, height: size };
        cells++;
        if (apart(mean(one, here), mean(other, there)) > (drawing ? drawingLimit : wordLimit)) differing++;
      }
    }
    const share = differing / Math.max(1, cells);
    if (share > (drawing ? drawingShare : wordShare))
      said.push(`${name} differs in ${(share * 100).toFixed(1)} % of its cells`);
  }
  return said;
}
