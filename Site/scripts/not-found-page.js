// The page for addresses that lead nowhere: who is signed in sees that here, too.

import { showHeader } from "./header.js";

showHeader();
