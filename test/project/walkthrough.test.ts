import assert from 'node:assert/strict';
import { contributes, ticks, walkthroughSteps } from './manifestFile';
import { fileText, sources, texts } from '../unit/projectFiles';

suite('the walkthrough', () => {
  test('has a few steps, each of which ticks itself', () => {
    assert.ok(walkthroughSteps.length >= 4 && walkthroughSteps.length <= 6);
    for (const { id, completionEvents } of walkthroughSteps) assert.ok(completionEvents.length > 0, id);
    const views = new Set(Object.values(contributes.views).flatMap((each) => each.map(({ id }) => id)));
    for (const view of ticks('onView')) assert.ok(views.has(view), view);
  });

  test('ticks a step that opens a view by its button, too: the view may be open already', () => {
    const words = texts('package.nls.json');
    for (const { description, completionEvents } of walkthroughSteps) {
      if (!completionEvents.some((event) => event.startsWith('onView:'))) continue;
      const [, command] = /\(command:([\w.]+)\)/.exec(words[description.slice(1, -1)] ?? '') ?? [];
      assert.ok(completionEvents.includes(`onCommand:${command}`), command);
    }
  });

  test('has pictures in the colours of the theme, and in no other', () => {
    for (const { id, media } of walkthroughSteps) {
      const colours = fileText(...media.svg.split('/')).matchAll(/(?:fill|stroke)="([^"]+)"/g);
      for (const [, colour] of colours) assert.match(colour ?? '', /^(?:none|var\(--vscode-)/, id);
    }
  });

  test('is the one that Get Started opens', () => {
    const [, opened] = /#([\w.]+)'/.exec(sources().get('editor/study/gettingStarted.ts') ?? '') ?? [];
    assert.deepEqual(
      contributes.walkthroughs.map(({ id }) => id),
      [opened],
    );
  });
});
