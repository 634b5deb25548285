/** The drawing on paper: signs and hatching that need no colour, as in the side panel. */
export const pictureStyles = `
figure{margin-top:1.4rem}
.drawing{display:block;width:100%;height:auto;font:12px var(--sans)}
.drawing text{fill:var(--quiet)}
.drawing .small{font-size:11px}
.stage{fill:#f4f3ee}
.upright{stroke:#e9e8e2}
.ground,.zero{stroke:#cfcec6}
.drawing .letter{font-weight:600;fill:color-mix(in oklab,var(--c) 55%,#000)}
.mark{fill:color-mix(in oklab,var(--c) 78%,#000);stroke:var(--back);stroke-width:.75;stroke-linejoin:round;paint-order:stroke}
.arc,.state{--tone:var(--strain)}
.arc.resolved,.state.resolved{--tone:var(--support)}
.arc .stroke{fill:none;stroke:var(--tone);stroke-width:1.5;stroke-linecap:round}
.arc.open .stroke,.arc.attempted .stroke{stroke-dasharray:2 3.6}
.arc.partly .stroke{stroke-dasharray:7 3.5}
.stem{stroke:var(--tone);opacity:.6}
.ring{fill:var(--back);stroke:var(--tone);stroke-width:1.3}
.core{fill:var(--tone)}
.support.area{fill:color-mix(in oklab,var(--support) 40%,transparent)}
.strain.area{fill:color-mix(in oklab,var(--strain) 55%,transparent)}
.edge{fill:none;stroke-width:1.3;stroke-linejoin:round}
.support.edge{stroke:var(--support)}
.strain.edge{stroke:var(--strain)}
.hatching{stroke:var(--back);stroke-width:2.2;opacity:.75}
.area+.hatch{opacity:.5}
.cell{fill:#f4f3ee}
.cell.void{fill:none;stroke:var(--line);stroke-dasharray:2 2}
.support.full{fill:var(--support)}
.strain.full{fill:var(--strain)}
figcaption{margin-top:.5rem}
`;
