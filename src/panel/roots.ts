/** What a page of the bundle may be made of: the host writes the element's name on the body, as `data-root`. */
export const panelRoots = ['alliance-agreement', 'alliance-panel', 'alliance-case-table'] as const;

export type PanelRoot = (typeof panelRoots)[number];
