// Signs up, signs in, fetches keys, changes the password, has a key certified and the assertion verified, and deletes the
// account again: with fxa-js-client and browserid-crypto as they come. PIDP_URL is the PIdP's public URL.
'use strict';

const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const FxAccountClient = require('fxa-js-client');
const { XMLHttpRequest } = require('xhr2');
const jwcrypto = require('browserid-crypto');
require('browserid-crypto/lib/algs/ds');
require('browserid-crypto/lib/algs/rs');

const base = (process.env.PIDP_URL || 'http://localhost:8001').replace(/\/$/, '');
const email = `compat-${crypto.randomBytes(8).toString('hex')}@example.org`;

const callback = (work) => new Promise((resolve, reject) =>
  work((error, value) => (error ? reject(new Error(String(error))) : resolve(value))));

async function step(what, work) {
  const value = await work();
  console.log(`ok  ${what}`);
  return value;
}

async function refused(errno, work) {
  await assert.rejects(Promise.resolve().then(work), (error) => {
    assert.equal(error.errno, errno);
    return true;
  });
}

async function accounts() {
  const client = new FxAccountClient(`${base}/v1`, { xhr: XMLHttpRequest });
  const created = await step('signUp', () => client.signUp(email, 'first password', { keys: true }));
  const keys = await step('accountKeys', () => client.accountKeys(created.keyFetchToken, created.unwrapBKey));
  await step('a second signUp is errno 101', () => refused(101, () => client.signUp(email, 'x')));
  await step('a wrong password is errno 103', () => refused(103, () => client.signIn(email, 'wrong')));
  const signedIn = await step('signIn', () => client.signIn(email, 'first password', { keys: true }));
  const again = await client.accountKeys(signedIn.keyFetchToken, signedIn.unwrapBKey);
  assert.deepEqual(again, keys);
  await step('recoveryEmailStatus', async () =>
    assert.equal((await client.recoveryEmailStatus(signedIn.sessionToken)).verified, true));
  await step('accountStatus', async () => assert.equal((await client.accountStatus(created.uid)).exists, true));
  await step('deviceRegister and deviceList', async () => {
    await client.deviceRegister(signedIn.sessionToken, 'compat', 'desktop');
    assert.equal((await client.deviceList(signedIn.sessionToken))[0].name, 'compat');
  });
  await step('getRandomBytes', async () => assert.match((await client.getRandomBytes()).data, /^[0-9a-f]{64}$/));
  await certificates(client, signedIn.sessionToken);
  await step('sessionDestroy', () => client.sessionDestroy(created.sessionToken));
  const changed = await step('passwordChange', () => client.passwordChange(
    email, 'first password', 'second password', { keys: true }));
  assert.ok(changed);
  const after = await client.signIn(email, 'second password', { keys: true });
  assert.equal((await client.accountKeys(after.keyFetchToken, after.unwrapBKey)).kB, keys.kB);
  await step('accountDestroy', () => client.accountDestroy(email, 'second password'));
  await step('a deleted account is errno 102', () => refused(102, () => client.signIn(email, 'second password')));
}

async function certificates(client, sessionToken) {
  const pair = await callback((done) => jwcrypto.generateKeypair({ algorithm: 'DS', keysize: 128 }, done));
  const { cert } = await step('certificateSign', () =>
    client.certificateSign(sessionToken, pair.publicKey.toSimpleObject(), 3600 * 1000));
  const audience = 'https://token.example.org';
  const assertion = await callback((done) => jwcrypto.assertion.sign(
    {}, { audience, expiresAt: new Date(Date.now() + 60000) }, pair.secretKey, done));
  const bundle = jwcrypto.cert.bundle([cert], assertion);
  const document = await (await fetch(`${base}/.well-known/browserid`)).json();
  const key = jwcrypto.loadPublicKeyFromObject(document['public-key']);
  await step('browserid-crypto verifies the bundle', () => new Promise((resolve, reject) =>
    jwcrypto.cert.verifyBundle(bundle, new Date(), (issuer, next) => next(null, key),
      (error, chain) => (error ? reject(new Error(String(error))) : resolve(chain)))));
}

accounts().then(() => console.log('all good'), (error) => {
  console.error(error);
  process.exit(1);
});
