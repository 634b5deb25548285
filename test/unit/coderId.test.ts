import assert from 'node:assert/strict';
import { codersFromNames, idFromName } from '../../src/engine/study/coderId';

suite('the id of a coder', () => {
  const table: readonly [string, string][] = [
    ['alice', 'alice'],
    ['Alice M.', 'alice-m'],
    ['ALICE', 'alice'],
    ['  Bob   K. ', 'bob-k'],
    ['Alice Müller', 'alice-muller'],
    ['Jürgen Groß', 'jurgen-gross'],
    ['Åsa Ørsted', 'asa-orsted'],
    ['Łukasz Żak', 'lukasz-zak'],
    ['İpek Işık', 'ipek-isik'],
    ['d’Arc, Jeanne', 'd-arc-jeanne'],
    ['coder_2', 'coder_2'],
    ['_x', 'x'],
    ['Dr. A.-B. Ceccarelli-Wolfeschlegelsteinhausen', 'dr-a--b-ceccarelli-wolfeschlegel'],
    ['abcdefghijklmnopqrstuvwxyzabcde fghij', 'abcdefghijklmnopqrstuvwxyzabcde'],
    ['２号', '2'],
    ['Дана', ''],
    ['...', ''],
    ['', ''],
  ];
  for (const [name, id] of table) {
    test(`of ${JSON.stringify(name)} is ${JSON.stringify(id)}`, () => assert.equal(idFromName(name), id));
  }

  test('names in one line become coders, a name that is an id has no other', () => {
    assert.deepEqual(
      codersFromNames('Alice M., bob;; Дана ,').map(({ id, name }) => [id, name]),
      [
        ['alice-m', 'Alice M.'],
        ['bob', null],
        ['', 'Дана'],
      ],
    );
  });
});
