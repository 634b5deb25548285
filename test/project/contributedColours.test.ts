import assert from 'node:assert/strict';
import { paletteColours } from '../../src/editor/drawing/palette';
import { contributes, colourIds } from './manifestFile';

suite('the contributed colours', () => {
  test('are those of the palette', () => {
    assert.deepEqual(
      colourIds,
      paletteColours.map((name) => `alliance.${name}`),
    );
  });

  const backgrounds = {
    dark: '#1F1F1F',
    light: '#FFFFFF',
    highContrast: '#000000',
    highContrastLight: '#FFFFFF',
  } as const;

  for (const theme of ['dark', 'light', 'highContrast', 'highContrastLight'] as const) {
    test(`are told from the background in ${theme} themes: at least 3 to 1`, () => {
      for (const { id, defaults } of contributes.colors) {
        const ratio = contrast(defaults[theme], backgrounds[theme]);
        assert.ok(ratio >= 3, `${id}: ${ratio.toFixed(2)}`);
      }
    });
  }

  test('contrast is that of WCAG 2', () => {
    assert.equal(contrast('#FFFFFF', '#000000'), 21);
    assert.equal(contrast('#777777', '#FFFFFF').toFixed(2), '4.48');
  });
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
