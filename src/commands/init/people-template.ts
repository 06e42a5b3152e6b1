import { type Named, systemsOf } from './settings-template.js';

/** people.yaml of a starter. */
export function peopleTemplate(named: Named): string {
  const { redox, aion } = systemsOf(named);
  const identity = [...(redox ? ['redox: ada@example.com'] : []), ...(aion ? ['aion: ada.lovelace'] : [])];
  return `# yaml-language-server: $schema=.rolecall/schemas/people.schema.json
# A key for each person, and who the person is in each system: an e-mail, an id or user:ID.
# It is worth it for teams, for people in both systems, and for the day somebody leaves. An access file may also name
# people by e-mail, without any of this.
people: {}
#  ada: { name: Ada Lovelace, ${identity.join(', ')}, github: adal }
#  alan: { name: Alan Turing, ${identity.join(', ').replaceAll('ada.lovelace', 'alan.turing').replaceAll('ada@', 'alan@')}, leaves: 2027-06-30 }

teams: {}
#  platform: [ada, team:oncall]
#  oncall: [alan]
`;
}
