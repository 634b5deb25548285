/** Study files as people write them: nothing of them may change but what is set. */
export const files: Readonly<Record<string, string>> = {
  'with comments everywhere': `# Ours.
alliance_study: 1   # never change
title:   "Two cases"   # working title

# who codes
coders:
    alice: { name: Alice M., role: coder }  # since March
    # bob comes in May
    dana:
        role: supervisor
        pet: a cat
cases:
  C017:   # the first
    sessions:
      # all of them were long
      - { transcript: c017/s1.transcript, session: 1 }
      - transcript: ./c017\\s3.transcript
        session: 3
        scores: { client: { phq9: 4 } }
        # not sure of the date
  # to come
notes: { ours: yes }
# the end
`,
  'of few words': 'alliance_study: 1\n',
  'without a final line end': 'alliance_study: 1\ncoders:\n  alice:',
  'with keys that hold nothing': 'alliance_study: 1\ncoders: # nobody yet\ncases: {} # none\nspeakers: ~\n',
  'in flow style':
    'alliance_study: 1\ncoders: { alice: { role: coder } }\ncases: { C1: { sessions: [ { transcript: a.transcript, session: 2 } ] } }\n',
  'with a list at the column of its key':
    'alliance_study: 1\ncases:\n  C1:\n    sessions:\n    - transcript: a.transcript\n    - transcript: b.transcript\nplan: []\n',
  'with line ends of Windows': 'alliance_study: 1\r\ncoders:\r\n  alice: { role: coder }\r\n# done\r\n',
  'with a byte order mark': '\ufeffalliance_study: 1\ntitle: One\n',
  'with a folded text':
    'alliance_study: 1\nmeasures:\n  phq9:\n    source: >\n      some\n      source\n\n# end\n',
};
