#!/usr/bin/env node
// The bundle is made by `npm ci` (script "prepare") and by `npm run build`.
require('../dist/cutover.js');
