// Loaded into a process with --require: keeps the most memory that it ever held, in kilobytes, in the file PEAK_FILE.
'use strict';
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  writeFileSync(process.env['PEAK_FILE'] ?? '', String(process.resourceUsage().maxRSS));
});
