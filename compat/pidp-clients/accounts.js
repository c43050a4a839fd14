// The life of an account with fxa-js-client as it comes.
'use strict';

const assert = require('node:assert/strict');
const FxAccountClient = require('fxa-js-client');
const { XMLHttpRequest } = require('xhr2');
const { base, newAddress, step, refused } = require('./support');
const certificates = require('./certificates');

const connect = () => new FxAccountClient(`${base}/v1`, { xhr: XMLHttpRequest });

async function accounts() {
  const client = connect();
  const email = newAddress();
  const created = await step('signUp', () => client.signUp(email, 'first password', { keys: true }));
  const keys = await step('accountKeys', () => client.accountKeys(created.keyFetchToken, created.unwrapBKey));
  await step('a key-fetch token is good once: errno 110', () =>
    refused(110, () => client.accountKeys(created.keyFetchToken, created.unwrapBKey)));
  await step('a second signUp is errno 101', () => refused(101, () => client.signUp(email, 'x')));
  await step('a wrong password is errno 103', () => refused(103, () => client.signIn(email, 'wrong')));
  const signedIn = await step('signIn', () => client.signIn(email, 'first password', { keys: true }));
  const again = await client.accountKeys(signedIn.keyFetchToken, signedIn.unwrapBKey);
  assert.deepEqual(again, keys);
  await step('signIn with another spelling of the address (errno 120 within)', () =>
    client.signIn(email.toUpperCase(), 'first password'));
  await step('recoveryEmailStatus', async () =>
    assert.equal((await client.recoveryEmailStatus(signedIn.sessionToken)).verified, true));
  await step('accountStatus', async () => assert.equal((await client.accountStatus(created.uid)).exists, true));
  await step('accountProfile', async () =>
    assert.equal((await client.accountProfile(signedIn.sessionToken)).email, email));
  await devices(client, signedIn.sessionToken);
  await step('getRandomBytes', async () => assert.match((await client.getRandomBytes()).data, /^[0-9a-f]{64}$/));
  await certificates(client, signedIn.sessionToken);
  await step('sessionReauth and sessionStatus', async () => {
    await client.sessionReauth(signedIn.sessionToken, email, 'first password');
    assert.equal((await client.sessionStatus(signedIn.sessionToken)).state, 'verified');
  });
  await step('sessionDestroy', () => client.sessionDestroy(created.sessionToken));
  const changed = await step('passwordChange', () => client.passwordChange(
    email, 'first password', 'second password', { keys: true }));
  assert.ok(changed);
  const after = await client.signIn(email, 'second password', { keys: true });
  assert.equal((await client.accountKeys(after.keyFetchToken, after.unwrapBKey)).kB, keys.kB);
  await recoveryKey(client, after.sessionToken);
  await secondStep(client, after.sessionToken);
  await step('accountDestroy', () => client.accountDestroy(email, 'second password'));
  await step('a deleted account is errno 102', () => refused(102, () => client.signIn(email, 'second password')));
}

async function devices(client, sessionToken) {
  await step('deviceRegister, deviceUpdate, deviceList, sessions, attachedClients', async () => {
    const device = await client.deviceRegister(sessionToken, 'compat', 'desktop');
    await client.deviceUpdate(sessionToken, device.id, 'renamed');
    assert.equal((await client.deviceList(sessionToken))[0].name, 'renamed');
    assert.ok((await client.sessions(sessionToken)).some((session) => session.isCurrentDevice));
    assert.ok((await client.attachedClients(sessionToken)).some((attached) => attached.isCurrentSession));
  });
}

async function recoveryKey(client, sessionToken) {
  await step('createRecoveryKey, recoveryKeyExists, deleteRecoveryKey', async () => {
    await client.createRecoveryKey(sessionToken, 'ab'.repeat(16), 'header..iv.text.tag', true);
    assert.equal((await client.recoveryKeyExists(sessionToken)).exists, true);
    await client.deleteRecoveryKey(sessionToken);
    assert.equal((await client.recoveryKeyExists(sessionToken)).exists, false);
  });
}

async function secondStep(client, sessionToken) {
  await step('createTotpToken, checkTotpTokenExists, verifyTotpCode with a wrong code', async () => {
    assert.match((await client.createTotpToken(sessionToken)).secret, /^[A-Z2-7]+$/);
    assert.equal((await client.checkTotpTokenExists(sessionToken)).verified, false);
    assert.equal((await client.verifyTotpCode(sessionToken, '1')).success, false);
  });
}

module.exports = { accounts, connect };
