/** Features that classes mix in. */

export const clonable = 'Glpi\\Features\\Clonable';
export const withImages = 'Glpi\\Features\\AssetImage';
export const withBreadcrumb = 'Glpi\\Features\\DCBreadcrumb';
export const inventoriable = 'Glpi\\Features\\Inventoriable';
export const withParentStatus = 'Glpi\\Features\\ParentStatus';
export const planned = 'Glpi\\Features\\PlanningEvent';
export const inCalDav = 'Glpi\\CalDAV\\Traits\\VobjectConverterTrait';
export const withKanban = 'Glpi\\Features\\Kanban';
export const withTeam = 'Glpi\\Features\\Teamwork';
export const withTimeline = 'Glpi\\Features\\Timeline';
export const browsable = 'Glpi\\Features\\TreeBrowse';
export const onMap = 'MapGeolocation';
