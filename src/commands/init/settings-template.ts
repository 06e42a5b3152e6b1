import { aionSandboxSettings } from '../../providers/aion/sandbox/settings.js';
import { redoxSandboxSettings } from '../../providers/redox/sandbox/settings.js';

/** Where the sandbox listens for a starter that is made for it. */
export const SANDBOX_PORT = 8620;
const SANDBOX_URL = `http://127.0.0.1:${SANDBOX_PORT}`;

/** What a starter is about; nothing named is about both systems. */
export interface Named {
  /** Ids of Redox organizations. */
  readonly redox: readonly string[];
  /** Ids of Aion accounts. */
  readonly aion: readonly string[];
  /** Whether the settings are for the sandbox of this machine. */
  readonly sandbox: boolean;
}

/** Which systems a starter is about. */
export function systemsOf({ redox, aion }: Pick<Named, 'redox' | 'aion'>): {
  readonly redox: boolean;
  readonly aion: boolean;
} {
  const none = redox.length + aion.length === 0;
  return { redox: none || redox.length > 0, aion: none || aion.length > 0 };
}

const REDOX = `  redox:
    auth:
      # A user-level API key of Redox: a key pair whose public part is known to Redox.
      # Only names of environment variables stand here, never a secret.
      method: private-key-jwt
      clientId: { env: REDOX_CLIENT_ID }
      keyId: { env: REDOX_KEY_ID }
      privateKey: { env: REDOX_PRIVATE_KEY } # PEM (PKCS#8) or JWK
    # The user that the key acts as: nothing is taken from it, and its own changes come last.
    # self: ops@example.com
    # Another key for one organization:
    # organizations: { "2048": { auth: { method: bearer, token: { env: OTHER_TOKEN } } } }
    # Canada: url: https://api.ca.redoxengine.com/platform, and auth.tokenUrl likewise.
`;

const AION = `  aion:
    auth: { method: bearer, token: { env: AION_TOKEN } }
    # or { method: header, name: X-API-Key, token: { env: AION_TOKEN } }
    # Nothing is taken from the user of the token:
    # self: ops@example.com
`;

/** rolecall.yaml of a starter. */
export function settingsTemplate(named: Named): string {
  const systems = systemsOf(named);
  return `# yaml-language-server: $schema=.rolecall/schemas/settings.schema.json
# Who holds which role is in access/, who people are is in people.yaml; here stands how both are read and applied.
version: 1
access: ["access/**/*.yaml"]
people: people.yaml

# What happens to what is live and in no file. listed revokes it in the roles that a document names, so that a line
# deleted from a file takes the role away; an empty list (role: []) revokes all its holders, a deleted one revokes none.
# false keeps and shows it, true revokes it in every role. A document can say otherwise. A Redox organization never
# inherits this: removal there cannot be undone by API, so its own document must say prune: true.
prune: listed

${providersText(named)}
guards:
  # A plan that revokes more than this in one scope is refused; --allow-revokes N lets one through.
  maxRevokes: { count: 5, percent: 10 }
${minHolders(systems)}  # Nothing is ever taken from these:
  # protect:
  #   - { scope: "**", principal: breakglass@example.com }

# policies:
#   separation: [{ name: no-self-approval, roles: [project_admin, billing_admin], within: account }]
#   maxTerm: [{ scope: "**", role: "*admin*", days: 90, level: warning }]
#   require2fa: [{ scope: "redox/organization/*", roles: [owner, admin] }]

risk: { high: ["*admin*", "*owner*"] }
`;
}

function providersText(named: Named): string {
  const { redox, aion } = systemsOf(named);
  if (!named.sandbox) return `providers:\n${redox ? REDOX : ''}${aion ? AION : ''}`;
  const block = [
    'providers:',
    ...(redox ? redoxSandboxSettings(SANDBOX_URL, null) : []),
    ...(aion ? aionSandboxSettings(SANDBOX_URL) : []),
  ];
  return `# These are of the sandbox: rolecall sandbox --port ${SANDBOX_PORT}\n${block.join('\n')}\n`;
}

function minHolders(systems: { readonly redox: boolean; readonly aion: boolean }): string {
  const rules = [
    ...(systems.redox ? ['    - { scope: "redox/organization/*", role: owner, min: 2 }'] : []),
    ...(systems.aion ? ['    - { scope: "aion/account/*", role: account_admin, min: 2 }'] : []),
  ];
  return `  # So many people must remain in a role:\n  minHolders:\n${rules.join('\n')}\n`;
}
