import assert from 'node:assert/strict';
import { readCodebook } from '../../src/engine/codebook/read';

const revised = readCodebook(`alliance_codebook: 1
id: bonn
version: 1.1.0
scales: { impact: { values: { "1": slight, "5": breaks }, default: 3 } }
changes:
  - { version: 1.0.0, date: 2026-01-02, text: First version., by: Alice }
  - { version: 1.1, text: Silence became withdrawal. }
  - { text: Without a version. }
codes:
  - id: rupture
    valence: -1
    scales: [ impact ]
    children:
      - { id: rupture.withdrawal, kind: withdrawal, replaces: [ silence, avoidance ] }
      - { id: rupture.confrontation, kind: confrontation, replaces: [ hostility, avoidance ] }
  - { id: bond, valence: 1 }
`).codebook;
assert.ok(revised);
/** A study’s own codebook, some of whose codes replace older ones. */
export const codebook = revised;
