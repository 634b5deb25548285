import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { fileText, sources } from '../unit/projectFiles';

/** Which folder imports which others: docs/house.md draws it. */
type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** The arrows between the folders of a folder of src; what stands in none of them counts as `own`. */
function arrowsWithin(folder: string, own: string): Arrows {
  const arrows = new Map<string, Set<string>>();
  const roomOf = (path: string): string => {
    const [room, inside] = path.slice(folder.length).split('/');
    return inside === undefined ? own : (room ?? own);
  };
  for (const [path, text] of sources()) {
    if (!path.startsWith(folder)) continue;
    const to = arrows.get(roomOf(path)) ?? new Set();
    arrows.set(roomOf(path), to);
    for (const [, imported = ''] of text.matchAll(/(?:from |import |import\()'(\.[^']+)'/g)) {
      const target = posix.join(posix.dirname(path), imported);
      const isInside = target.startsWith(folder) && !target.startsWith('..');
      if (isInside && roomOf(target) !== roomOf(path)) to.add(roomOf(target));
    }
  }
  return arrows;
}

/** How many steps it is from each folder to the lowest one below it; infinite in a circle. */
function heights(arrows: Arrows): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const heightOf = (room: string): number => {
    const known = found.get(room);
    if (known !== undefined) return known;
    found.set(room, Infinity);
    const below = [...(arrows.get(room) ?? [])].map(heightOf);
    const height = Math.max(-1, ...below) + 1;
    found.set(room, height);
    return height;
  };
  for (const room of arrows.keys()) heightOf(room);
  return found;
}

/** From the highest to the lowest, so that every arrow points down. */
function fromTop(rooms: Iterable<string>, heightOf: ReadonlyMap<string, number>): readonly string[] {
  const height = (room: string): number => heightOf.get(room) ?? 0;
  return [...rooms].toSorted((a, b) => height(b) - height(a) || (a < b ? -1 : 1));
}

function drawn(arrows: Arrows, line: (room: string, below: readonly string[]) => readonly string[]): string {
  const height = heights(arrows);
  return fromTop(arrows.keys(), height)
    .flatMap((room) => line(room, fromTop(arrows.get(room) ?? [], height)))
    .join('\n');
}

/** What stands in the code block of a document that begins so. */
function blockOf(document: string, begin: string): string {
  const at = document.indexOf(`\`\`\`${begin}`);
  assert.ok(at >= 0, begin);
  return document.slice(at + 3, document.indexOf('\n```', at));
}

suite('the house', () => {
  const floors = arrowsWithin('', 'extension');
  const rooms = arrowsWithin('engine/', 'shared');

  test('has its imports drawn', () => {
    const house = fileText('docs', 'house.md');
    const arrows = drawn(floors, (floor, below) => below.map((each) => `  ${floor} --> ${each}`));
    assert.equal(blockOf(house, 'mermaid'), `mermaid\nflowchart TD\n${arrows}`);
    const lines = drawn(rooms, (room, below) => [`${room.padEnd(13)}→ ${below.join(', ')}`.trimEnd()]);
    assert.equal(blockOf(house, 'text'), `text\n${lines}`);
  });

  test('has no two folders that import each other, directly or by others', () => {
    for (const arrows of [floors, rooms]) {
      const circling = [...heights(arrows)].flatMap(([room, height]) => (height < Infinity ? [] : [room]));
      assert.deepEqual(circling, []);
    }
  });

  test('has every folder of its sources in the map of the README, and no other', () => {
    const map = blockOf(fileText('README.md'), '\nsrc/');
    const named = (indent: string): readonly string[] =>
      [...map.matchAll(new RegExp(`^${indent}([\\w-]+)/ `, 'gm'))].flatMap(([, name]) => name ?? []);
    const folders = (arrows: Arrows, own: string): readonly string[] =>
      [...arrows.keys()].filter((name) => name !== own);
    assert.deepEqual(named(' {2}').toSorted(), folders(floors, 'extension').toSorted());
    assert.deepEqual(named(' {4}').toSorted(), folders(rooms, 'shared').toSorted());
  });
});
