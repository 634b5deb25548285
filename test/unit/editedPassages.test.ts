import { suiteOfFates } from './foundAgain';

const went = 'So you went home, and nobody said a word about it?';
const told = "T: Mm. I don't know what to say about it, really.";
const like = 'C: What was that like for you when I said that?';
const lay = 'T: I could not sleep that night, I lay there and thought of what you had';

suiteOfFates('A passage is certain', [
  [
    'of which the turn was divided in front of it',
    ['C: Nobody said [a] word, nobody.'],
    ['C: Nobody', 'T: said a word, nobody.'],
    'exact words 1.00 2:5-6',
  ],
  [
    'over two turns of which the first was divided in front of it',
    ['C: Nobody [said a word, nobody.', 'T: And was it] true?'],
    ['C: Nobody', 'T: said a word, nobody.', 'T: And was it true?'],
    'exact words 1.00 2:0-3:10',
  ],
  [
    'of which the turn was joined with the one above, where all around it stands',
    ['C: Yes, [yes, I] see.'],
    ['T: And was it true? Yes, yes, I see.'],
    'exact words 1.00 1:22-28',
  ],
  [
    'though its like stands in its turn, with other words around',
    ['C: Anna said no, [and] I said no, and then we went home.'],
    ['C: Anna said no, and I said no, and then home.'],
    'exact words 0.96 1:14-17',
  ],
  [
    'where a word in front of it went',
    ['T: I thought so. [I do not] know. Perhaps it was.'],
    ['T: I thought I do not know. Perhaps it was.'],
    'exact words 0.88 1:10-18',
  ],
  [
    'over two turns where a word in front of it went',
    ['C: Yes, yes, [I see.', `${told}]`],
    ['C: yes, I see.', told],
    'exact words 0.93 1:5-2:46',
  ],
  [
    'where a word near it was mistyped',
    ['C: It is always like this with me, that I leave before anybody can [leave me.]'],
    ['C: It is always like this with me, that I leave beforee anybody can leave me.'],
    'exact words 0.93 1:65-74',
  ],
  [
    'with which its turn begins, of one letter, where much is known behind it',
    ['C: [I] was angry with you.'],
    ['C: I was naïve with you.'],
    'exact words 0.90 1:0-1',
  ],
]);

suiteOfFates('A passage asks though its words stand there', [
  [
    'where too little of it and of what stood around it does',
    ['T: Nobody said a [word,] nobody.'],
    ['T: Yes, yes, I see.', 'T: said a word, nobody.'],
    'moved words 0.94 2:7-12',
  ],
  [
    'where its last word stands twice now',
    ['T: Yes, [yes, I see.]', 'C: I thought so. I do not know. Perhaps it was.'],
    ['T: Yes, yes, I see. see.', 'C: I thought so. I do not know. Perhaps it was.'],
    'moved words 0.88 1:5-16',
  ],
  [
    'where nothing is known of the turns',
    ['C: You were angry with me.', like, 'C: [Yes, yes, I see.]'],
    [like, 'C: Yes, yes, I see.'],
    'moved words 0.99 2:0-16',
    'no turns',
  ],
]);

suiteOfFates('A passage is a question', [
  [
    'where a word beside it went that holds it',
    ['T: Go on.', 'C: Nobody said [a] word, nobody.', 'T: And was it true?'],
    ['T: Go on.', 'C: Nobody a word, nobody.', 'T: And was it true?'],
    'ambiguous words 0.44 2:7-8',
  ],
  [
    'where it or its like, which stood beside it, went',
    ['T: Nobody said a word, [nobody.]', 'C: Nobody said a word, nobody.'],
    ['T: Nobody said a word, nobody. you know'],
    'ambiguous words 0.44 1:20-27',
  ],
  [
    'where only its words are known, and they stand there twice',
    ['T: Nobody said [a word,] nobody.'],
    ['T: Nobody said a word, nobody.', 'T: Nobody Nobody said a word, nobody.'],
    'ambiguous words 0.50 1:12-19 2:19-26',
    'no place',
  ],
]);

suiteOfFates('A passage is changed', [
  [
    'where words went out of it and into the turns around',
    ['C: You were angry with me.', `C: [${went}]`, 'C: I thought so. I do not know. Perhaps it was.'],
    [
      'T: with me.',
      'C: said a word about You were angry with me.',
      'C: So you went home, and nobody it?',
      'C: I thought so. I do neet know. Perhaps it was.',
    ],
    'changed words 0.77 3:0-32',
    'was',
  ],
  [
    'over two turns of which the first went',
    ['T: And [was it true?', 'C: Nobody said a word, nobody.]'],
    ['C: Nobody said a word, nobody.'],
    'changed words 0.68 1:0-27',
  ],
  [
    'over three turns of which the first went and the last was edited',
    [`${lay} [said.`, 'C: Go on.', "T: Mm. I don't know what to say about it,] really."],
    ['C: Go on.', "T: Mm. I don't don't know what to say about it, really."],
    'changed words 0.73 1:0-2:44',
  ],
  [
    'over three turns of which two changed places',
    ['T: Nobody said a word, [nobody.', told, `${like}]`],
    ['T: Nobody said a word, nobody.', like, told],
    'changed words 0.64 1:20-2:44',
  ],
  [
    'over turns that were joined, and lost words to one another',
    ['T: What had I [said?', 'C: Go on.', 'T: And was] it true?'],
    ['T: What had I was said? Go on.', 'T: And it true?'],
    'changed words 0.91 1:11-2:3',
  ],
  [
    'where it was copied into itself',
    ['T: Anna said no, [and I said no, and then we went] home.'],
    ['T: Anna said no, and I said I said no, and then we no, and then we went home.'],
    'changed words 0.80 1:14-49',
  ],
  [
    'where what follows it went, and its like came behind',
    [
      'T: [I was angry with you, and I wanted you to ask Anna.',
      'C: Go on.]',
      'T: I was angry with you, and I wanted you to ask Anna.',
    ],
    ['T: I was angry with you, and I wanted you to ask Anna.'],
    'changed words 0.80 1:0-51',
  ],
  [
    'where only its words are known, and most of them are there',
    ['T: [What had I said?]', 'C: Go on.'],
    ['T: What had I was said? Go on.'],
    'changed words 0.72 1:0-13',
    'no place',
  ],
]);

suiteOfFates('A passage is nowhere', [
  [
    'where its first turn went and words came into the other',
    ['T: [Yes.', 'C: I was angry with you, and I wanted you to ask Anna.]'],
    [
      'T: Anna said no, and I said no, and then we went home.',
      'C: I was angry with you, and I wanted you What was that like for you when I said to ask Anna.',
    ],
    'orphan 0.00',
  ],
  [
    'where its last turn went and what is left of it does not say enough',
    [
      'T: Nobody said a [word, nobody.',
      "C: Mm. I don't know what to say about it, really.]",
      'C: Yes, yes, I see.',
    ],
    ['T: Nobody said a word, nobody.', 'C: Yes, yes, I see.'],
    'orphan 0.00',
  ],
  [
    'where many words came into a few',
    ['C: I was angry with you, and I wanted [you to] ask Anna.'],
    ['C: I was angry with you, and I wanted you What was that like for you when I said to ask Anna.'],
    'orphan 0.00',
    'no place',
  ],
  [
    'where a word of it changed and nothing is known of what stood around',
    ['T: [And was it true?]'],
    ['T: And no it true?'],
    'orphan 0.00',
    'no context',
  ],
  [
    'where its file was written for this text, and says a place that is none',
    ['T: [You were angry with me.]'],
    ['T: with me.', 'C: said a word about You were angry with me.'],
    'orphan 0.00',
    'here',
  ],
]);
