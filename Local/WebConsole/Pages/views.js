// The views, in the order of the bar. One more is a module in views/ and a line here.

export const VIEWS = [
  { id: 'map', title: 'Map', load: () => import('./views/map.js') },
  { id: 'requests', title: 'Requests', load: () => import('./views/requests.js') },
  { id: 'hold', title: 'Hold', load: () => import('./views/hold.js') },
  { id: 'functions', title: 'Functions', load: () => import('./views/functions.js') },
  { id: 'table', title: 'Table', load: () => import('./views/table.js') },
  { id: 'edge', title: 'Edge', load: () => import('./views/edge.js') },
  { id: 'messages', title: 'Messages', load: () => import('./views/messages.js') },
  { id: 'files', title: 'Files', load: () => import('./views/files.js') },
  { id: 'permissions', title: 'Permissions', load: () => import('./views/permissions.js') },
  { id: 'log', title: 'Log', load: () => import('./views/log.js') },
  { id: 'query', title: 'Query', load: () => import('./views/query.js') },
  { id: 'resources', title: 'Resources', load: () => import('./views/resources.js') },
];
