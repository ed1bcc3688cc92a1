import { awaiting, inside, type Refused, refusedBy } from '../lint-case';

export const modules: readonly Refused[] = refusedBy('module', (refuses) => [
  refuses('a module of Node', `import fs from 'fs';\n${inside('return typeof fs;')}`, {
    cloudfront: 'njs at a desk has fs; "Restricted features": file system',
  }),
  refuses('a module of npm', `import _ from 'lodash';\n${inside('return _;')}`),
  refuses('a named import', `import { createHash } from 'crypto';\n${inside('return createHash;')}`),
  refuses('a namespace import', `import * as crypto from 'crypto';\n${inside('return crypto;')}`),
  refuses('a dynamic import', awaiting("const c = await import('crypto'); return c;")),
  refuses('an export', `export ${inside('return 1;')}`),
  refuses('a required module of Node', inside("return require('fs');")),
  refuses('a computed require', inside("return typeof require('cry' + 'pto');"), {
    cloudfront: 'what it reads cannot be told',
  }),
]);
