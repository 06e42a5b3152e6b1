import { expect, test } from 'vitest';
import { startProxy } from '../http/proxy.js';
import { freshBundle } from './bundle.js';
import { access, inWorld, LIVE } from './world.js';

test('the Action reaches GitHub and the role API through the proxy that the environment names', async () => {
  const bundle = freshBundle();
  const proxy = await startProxy();
  await inWorld(bundle, async (world) => {
    const pull = world.propose(7, {
      'access/acme.yaml': access({ ...LIVE, admin: ['lin', 'ada'], member: ['alan'] }),
    });
    const env = { HTTP_PROXY: `http://ada:proxy-password@${proxy.url}` };
    const planned = await world.plan(7, {}, { env });
    expect(planned).toMatchObject({ code: 0, outputs: { change: '1' } });
    expect(pull.comments).toHaveLength(1);
    const tunnels = new Set(proxy.log.map((line) => line.split(' ').slice(0, 2).join(' ')));
    const hosts = [world.github.url, world.sandbox.url].map((url) => new URL(url).host);
    expect(tunnels).toEqual(new Set(hosts.map((host) => `CONNECT ${host}`)));
    expect(`${planned.log}${planned.summary}`).not.toContain('proxy-password');
    expect(proxy.log.join('\n')).not.toContain('secret-token');
  });
}, 120_000);
