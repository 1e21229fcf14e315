// What every part of the page needs.

export const byId = (id) => document.getElementById(id);

export const element = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};

export const read = async (path) => (await fetch(path)).json();
