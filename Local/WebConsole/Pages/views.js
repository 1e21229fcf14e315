// The views, in the order of the bar. One more is a module in views/ and a line here.

export const VIEWS = [
  { id: 'requests', title: 'Requests', load: () => import('./views/requests.js') },
  { id: 'edge', title: 'Edge', load: () => import('./views/edge.js') },
  { id: 'log', title: 'Log', load: () => import('./views/log.js') },
  { id: 'resources', title: 'Resources', load: () => import('./views/resources.js') },
];
