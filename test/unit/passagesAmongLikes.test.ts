import { suiteOfFates } from './foundAgain';

const above = 'T: How have you been since we spoke last week?';
const below = 'T: What was that like for you, when he said so?';
const angry = 'C: [I was angry with you then.] So.';
const nobody = 'C: Nobody said a single word about it.';
const all = 'I thought of it all night and all day.';

suiteOfFates('A passage whose like stands near is certain', [
  [
    'where other words stand around its like',
    [above, 'C: Well, [yes, I know] that of him.', below],
    [above, 'C: Well, yes, I know that of him. Well, yes, I know him.', below],
    'exact words 1.00 2:6-17',
  ],
  [
    'where a word beside its like changed',
    ['T: It is hard. [It is] so hard to say it.'],
    ['T: It is hard. It is no hard to say it.'],
    'exact words 0.88 1:12-17',
  ],
  [
    'where its like has one letter around it in common',
    ['C: He came to us then [it was so] and he was not at home.', below],
    ['C: He came to them then it was so and he was not at home. Xx it was so and he was nowhere.', below],
    'exact words 0.91 1:21-30',
  ],
  [
    'that came to another turn of its stretch, where nothing like it was left behind',
    [above, angry, nobody, below],
    [above, 'C: Somebody said many words of it.', 'C: I was angry with you then. So. Yes.', below],
    'exact words 0.88 3:0-26',
  ],
  [
    'that stands in its turn, where its like came to another turn of its stretch',
    [above, angry, nobody, below],
    [above, 'C: I was angry with you then. So. Yes.', 'C: I was so angry with you then', below],
    'exact words 1.00 2:0-26',
  ],
  [
    'that came there, where what was left behind has little of it',
    [above, angry, nobody, below],
    [above, 'C: I was sad with them then', 'C: I was angry with you then. So. Yes.', below],
    'exact words 0.88 3:0-26',
  ],
  [
    'of which the last turn was divided behind it',
    ['T: My brother was there and I asked [him.', 'C: There he] was, so.'],
    ['T: My brother was there and I asked him.', 'C: There he', 'T: was, so.'],
    'exact words 1.00 1:33-2:8',
  ],
  [
    'with words that stood there beside it before',
    [above, `C: He came home late, and [the night was long] ${all}`, below],
    [above, `C: He came home late, and other the night was long ${all}`, below],
    'exact words 0.88 2:29-47',
  ],
  [
    'of two letters, with ten around it to both ends of its turn',
    [above, 'C: Ab [it] issssss.', below],
    [above, 'C: Ab it issssss. Yes.', below],
    'exact words 1.00 2:3-5',
  ],
]);

suiteOfFates('A passage whose like stands near asks', [
  [
    'that came to another turn of its stretch, where words very much like it stand in its own',
    [above, angry, nobody, below],
    [above, 'C: I was so angry with you then', 'C: I was angry with you then. So. Yes.', below],
    'moved words 0.88 3:0-26',
  ],
  [
    'where it stands in a row of its likes that grew',
    ['C: no no [no no] no'],
    ['C: no no no no no no, I said.'],
    'moved words 1.00 1:6-11',
  ],
  [
    'where its like came with a new turn, and what stood before it, too',
    [above, 'C: Well, [yes, I know] that of him.', below],
    [above, 'C: Well, yes, I know that of him. So.', 'C: Well, yes, I know him.', below],
    'moved words 1.00 2:6-17',
  ],
  [
    'where its like came, with half of what stood around it',
    ['C: Mm and he was there [so no] one said what he was? It is not.'],
    ['C: Mm and there so no one said was there so no one said what he was? It is not.'],
    'moved words 0.94 1:38-43',
  ],
  [
    'where its like came, with as much of what stood on one side',
    ['C: Was it that. [We were angry and said]'],
    ['C: Was that. We were angry and said', 'C: Was that. We were angry and said'],
    'moved words 0.94 2:10-32',
  ],
  [
    'where its likes came beside it',
    [above, 'C: Is he, or was he not at home that day? [No.]', below],
    [above, 'C: Is he, or was he not at home that day? No. No.', 'T: Hm.', below],
    'moved words 0.88 2:39-42',
  ],
  [
    'where the words on both of its sides changed, if only one of them much',
    ['T: Anna said no, and I said no, [and then we went] home.'],
    ['T: Anna said no, and I said said no, and then we went um'],
    'moved words 0.79 1:34-50',
  ],
  [
    'where nothing stands right beside it that did',
    [above, 'C: Then and there [it was so for him] and he was not at home.', below],
    [above, 'C: Then and there x it was so for him x and he was not at home.', below],
    'moved words 0.75 2:17-34',
  ],
  [
    'where little is known of it, though it is whole',
    [above, 'C: So [it] is.', below],
    [above, 'C: So it is. Yes.', below],
    'moved words 1.00 2:3-5',
  ],
  [
    'where a word of its end stands in one with the next',
    [above, 'C: So [it was] so, I thought.', below],
    [above, 'C: So it wasso, I thought.', below],
    'moved words 1.00 2:3-9',
  ],
  [
    'where one of the words behind it that end like it went',
    [above, 'C: We thought of it all night, [it was late then] and then cold outside and wet.', below],
    [above, 'C: We thought of it all night, it was late then cold outside and wet.', below],
    'moved words 0.88 2:28-44',
  ],
  [
    'over two turns where the part in the first is short',
    [above, 'C: It was [cold.', 'T: No, it was not that cold,] I think.', below],
    [above, 'C: So it was cold.', 'T: No, it was not that cold, I think.', below],
    'moved words 0.98 2:10-3:25',
  ],
  [
    'that went elsewhere with its turn, which was edited',
    ['C: Then we all went home.', 'T: And then my brother said [he would not come. He said] he was angry.'],
    [
      'T: And then then my brother said he would not come. He said he was so angry.',
      'C: Then we all went home.',
    ],
    'moved quote 0.78 1:30-56',
  ],
]);

suiteOfFates('A passage whose like stands near is a question', [
  [
    'where it came twice into its turns',
    [above, angry.replace(' So.', ''), nobody, below],
    [above, 'C: Oh. I was angry with you then.', 'C: I was angry with you then. Yes.', below],
    'ambiguous words 0.38 2:4-30 3:0-26',
  ],
  [
    'where its like, which stood before it, went or it did',
    [above, 'C: I know. [I know.] He is there.', below],
    [above, 'C: I know. He is there.', below],
    'ambiguous words 0.44 2:0-7',
  ],
  [
    'where its turn is there twice',
    ['C: My brother [was so angry] at home.'],
    ['C: My brother was so angry at home.', 'C: My brother was so angry at home.'],
    'ambiguous turns 0.33 1:11-23 2:11-23',
  ],
  [
    'over two turns of which one is there twice, the first or the last',
    ['T: Mm.', 'C: [Mm.', 'T: Go on] then.'],
    ['T: Mm.', 'C: Mm.', 'C: Mm.', 'T: Go on then.'],
    'ambiguous turns 0.50 3:0-4:5',
  ],
  [
    'over two turns of which the last is there twice',
    ['C: I was so angry [with you then.', 'T: Mm.]', 'T: Go on.'],
    ['C: I was so angry with you then.', 'T: Mm.', 'T: Mm.', 'T: Go on.'],
    'ambiguous turns 0.50 1:15-2:3',
  ],
]);

suiteOfFates('A passage that is changed', [
  [
    'ends with its last turn where the first one is behind that now',
    ['T: How have you been since last week?', 'T: [What was that like for you when I said that?', 'C: Yes.]'],
    ['T: How have you been since last week?', 'C: Yes.', 'T: What was that like for you when I said that?'],
    'changed words 0.81 3:0-44',
  ],
  [
    'begins behind the nearest words that stood before it',
    ['C: What was that like for you when [I said that?]'],
    ['C: What I was that like for you when I you know said that?'],
    'changed words 0.93 1:34-55',
  ],
  [
    'begins with its turn where a word came behind its first',
    ['C: [Not that I know of, no.]'],
    ['C: Not [NAME] no that I know', 'C: of, no.'],
    'changed words 0.95 1:0-2:7',
  ],
  [
    'begins in its turn where the turns around it changed places',
    [
      'C: I was so angry [with you then, and now.',
      'T: Go on, I wanted to hear it.] Yes?',
      'C: Nothing more.',
      'T: Are you certain of that?',
      'C: Yes.',
    ],
    [
      'C: Nothing more.',
      'C: I was so angry with you then, and now.',
      'T: Are you certain of that?',
      'T: Go on, I wanted to hear it. Yes?',
      'C: Yes.',
    ],
    'changed words 0.69 3:12-4:27',
  ],
  [
    'is nowhere where only one side of it is known and it is short',
    ['T: It is always like this with me, that I leave before anybody can [leave me.]', 'C: And was it true?'],
    [
      'C: And was it true?',
      'C: And was it true?',
      'T: It is always like this with me, that was I leave before anybody can leave me.',
    ],
    'orphan 0.00',
  ],
  [
    'is nowhere where its turn went, which was said twice, since what is left may be the other one',
    [
      'T: One thing more.',
      'C: We said [we would go home then] and there.',
      below,
      'C: We said we would go home then and there.',
    ],
    ['T: One thing more.', below, 'C: Yes.', 'C: We said we would go home then and there. Yes.'],
    'orphan 0.00',
  ],
  [
    'goes elsewhere where its turn went, which was said once',
    ['T: One thing more.', 'C: We said [we would go home then] and there.', below, 'C: It was late.'],
    ['T: One thing more.', below, 'C: Yes.', 'C: We said we would go home then and there. Yes.'],
    'moved quote 0.85 4:8-29',
  ],
]);
