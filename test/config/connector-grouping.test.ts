import { expect, test } from 'vitest';
import { readConnector } from '../../src/config/connector-file.js';

const CHANNEL = `  channel:
    description: Id of a channel.
    roles: [{ id: member }]
    assignments: [{ get: "/channels/{channel}/members", person: id }]
`;

function found(kinds: string): readonly string[] {
  const text = `connector: 1\ntitle: Chat\npaging: { by: whole }\nkinds:\n${kinds}`;
  return readConnector('chat.yaml', new TextEncoder().encode(text)).diagnostics.map(
    ({ line, message }) => `${line}: ${message}`,
  );
}

test('a kind that only groups others is told what to do with it, at its line', () => {
  const told = found(`  workspace: { description: Id of a workspace. }\n${CHANNEL}`);
  expect(told).toContainEqual(expect.stringMatching(/^5: Nobody holds a role in this kind\. If no URL/u));
});

test('both ways that it is told are in order', () => {
  const members = `  workspace:
    description: Id of a workspace.
    roles: [{ id: member }]
    assignments: [{ get: "/workspaces/{workspace}/members", person: id }]
`;
  expect(found(CHANNEL)).toEqual([]);
  expect(found(`${members}${CHANNEL}`)).toEqual([]);
});
