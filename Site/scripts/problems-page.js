// What the problems of the API mean. An address can name one: /problems/stale-version, as its `type` does, or #stale-version.

import { showHeader } from "./header.js";

showHeader();
const name = location.pathname.match(/^\/problems\/([a-z-]+)$/)?.[1];
document.getElementById(name ?? location.hash.slice(1))?.scrollIntoView();
