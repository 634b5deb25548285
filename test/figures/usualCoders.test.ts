import assert from 'node:assert/strict';
import { usualCoders } from '../../src/views/agreement/usualCoders';

const people = ['alice', 'bob', 'carla'].map((id) => ({ id, role: 'coder' }));
const dana = { id: 'dana', role: 'supervisor' };
const by = (coder: string, own = false, released = true) => ({ coder, own, released });

suite('the coders compared at first', () => {
  test('are those who coded the most, of those whose work may be seen', () => {
    assert.deepEqual(usualCoders(people, [by('alice'), by('bob'), by('carla')]), ['alice', 'bob']);
    assert.deepEqual(usualCoders(people, [by('carla'), by('bob')]), ['bob', 'carla']);
    assert.deepEqual(usualCoders(people, [by('carla')]), ['alice', 'carla']);
  });

  test('are whoever asks and one other, where they have released something as a coder', () => {
    const others = [by('alice'), by('bob')];
    assert.deepEqual(usualCoders(people, [...others, by('carla', true)]), ['alice', 'carla']);
    assert.deepEqual(usualCoders(people, [...others, by('carla', true, false)]), ['alice', 'bob']);
    assert.deepEqual(usualCoders([...people, dana], [...others, by('dana', true)]), ['alice', 'bob']);
  });
});
