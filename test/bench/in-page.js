// Runs inside VS Code's page: times from a key to the frame in which the editor shows what it did.
(() => {
  const bench = { times: [], byBrowser: [], watch };
  globalThis.allianceBench = bench;
  let pressed = null;
  let before = null;
  let look = () => null;

  const editor = () => document.querySelector('.part.editor .view-lines');

  /**
   * What is looked at for a change: `text`, the words on screen; else the decorations on the rows with these words.
   * @param {string} what
   */
  function watch(what) {
    bench.times = [];
    bench.byBrowser = [];
    look = what === 'text' ? () => editor().textContent : () => decorationsOn(what);
    changes.disconnect();
    changes.observe(editor(), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: what !== 'text',
    });
  }

  /** @param {string} words */
  function decorationsOn(words) {
    const rows = [...editor().querySelectorAll('.view-line')];
    // VS Code draws blanks as no-break spaces.
    const row = rows.find((each) => each.textContent.replaceAll('\u00a0', ' ').includes(words));
    const spans = row ? [...row.querySelectorAll('span[class*="ced-"]')] : [];
    return spans.map((span) => span.className).join('|');
  }

  // The editor changes its rows while a frame is prepared: the first task after that comes when the frame has been painted.
  const painted = new MessageChannel();
  painted.port1.addEventListener('message', ({ data }) => bench.times.push(performance.now() - data));
  painted.port1.start();

  const changes = new MutationObserver(() => {
    if (pressed === null || look() === before) return;
    painted.port2.postMessage(pressed);
    pressed = null;
  });

  addEventListener(
    'keydown',
    (event) => {
      if (event.altKey || event.ctrlKey || event.key.length > 1) return;
      pressed = event.timeStamp;
      before = look();
    },
    { capture: true },
  );

  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') bench.byBrowser.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 });
})();
