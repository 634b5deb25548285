import type { PanelStrings } from '../../src/panel/messages';

/** The panel's words, as a host would send them. */
export const strings: PanelStrings = {
  picture: 'Trajectory of the session, one lane per family',
  segments: 'Segments of five minutes',
  episodes: 'Episodes',
  noEpisodes: 'No rupture coded so far.',
  linkRepair: 'Link repair…',
  linkRupture: 'Link rupture…',
  notCarriedOver: 'Not continued here',
  unlinked: 'Repairs that answer no rupture',
  showTable: 'Show as table',
  hideTable: 'Show as picture',
  table: {
    caption: 'Annotations',
    turn: 'Turn',
    where: 'Time',
    family: 'Family',
    code: 'Code',
    impact: 'Impact',
    quote: 'Quote',
    note: 'Note',
  },
  segmentTable: 'Annotations by segment',
  segmentColumn: 'Segment',
  figures: 'Figures',
  axis: 'Axis',
  part: '{0}–{1} of {2}',
  whole: 'Whole session',
  unconfirmed: 'Unconfirmed: the text has changed here.',
  keyboard: 'Arrow keys walk through the marks, Enter goes to the passage.',
};
