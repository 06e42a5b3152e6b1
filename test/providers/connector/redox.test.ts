import { readFileSync } from 'node:fs';
import { readConnector } from '../../../src/config/connector-file.js';
import { connectorModule } from '../../../src/providers/connector/module.js';
import { providerContract } from '../contract.js';
import { redoxSubject } from '../redox/contract-subject.js';

const { connector, diagnostics } = readConnector(
  'redox.yaml',
  readFileSync(new URL('redox.yaml', import.meta.url)),
);
if (connector === null) throw new Error(JSON.stringify(diagnostics));
const subject = redoxSubject(connectorModule('redox', connector));
/** What a connector cannot say: a total or a link that an answer may have or not. */
const UNSAID = new Set([
  'fewer rows than a stated total',
  'a page that repeats',
  'a next page on another origin',
]);

providerContract({
  ...subject,
  faults: subject.faults
    .filter(({ title }) => !UNSAID.has(title))
    // Who the people are is a list of its own, so that the roles of the organization say nothing of environments.
    .map((fault) =>
      ['a row of another organization', 'a row without a role name'].includes(fault.title)
        ? { ...fault, incomplete: [subject.root.address] }
        : fault,
    ),
});
