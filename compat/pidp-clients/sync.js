// The whole way with firefox-sync as it comes: password, OAuth token, token service, storage; and back on another device.
'use strict';

const assert = require('node:assert/strict');
const crypto = require('node:crypto');
const Sync = require('firefox-sync');
const { connect } = require('./accounts');
const { base, newAddress, step } = require('./support');

const JSON_BODY = { 'Content-Type': 'application/json' };

async function device(email, password) {
  const configuration = await (await fetch(`${base}/.well-known/fxa-client-configuration`)).json();
  const sync = Sync({
    authServerUrl: `${base}/v1`,
    tokenEndpoint: `${base}/v1/token`,
    tokenServerUrl: configuration.sync_tokenserver_base_url,
    authClient: connect(),
  });
  await sync.auth.password(email, password, { oauthOptions: { access_type: 'offline' } });
  return sync;
}

async function put(sync, collection, payload) {
  const record = await sync.encryptCollectionBSO(collection, payload);
  return sync.fetch(`storage/${collection}/${record.id}`, {
    method: 'put', body: JSON.stringify({ payload: record.payload }), headers: JSON_BODY,
  });
}

async function sync() {
  const email = newAddress();
  const client = connect();
  await client.signUp(email, 'sync password');
  const first = await step('firefox-sync signs in and gets a token of the token service', () =>
    device(email, 'sync password'));
  const bookmark = { id: 'compatibility', type: 'bookmark', title: 'grüße', bmkUri: 'https://example.org/' };
  await step('it writes its keys and a record', async () => {
    const random = () => crypto.randomBytes(32).toString('base64');
    await put(first, 'crypto', { id: 'keys', collection: 'crypto', collections: {}, default: [random(), random()] });
    await put(first, 'bookmarks', bookmark);
  });
  await step('another device signs in and reads the record', async () => {
    const second = await device(email, 'sync password');
    assert.deepEqual((await second.getCollectionItem('bookmarks', bookmark.id)).payload, bookmark);
    assert.equal((await second.getCollection('bookmarks', { full: 1 })).length, 1);
    assert.ok('bookmarks' in await second.getCollections());
    assert.equal((await second.getCollectionCounts()).bookmarks, 1);
  });
  await step('after a change of the password a third reads it still', async () => {
    await client.passwordChange(email, 'sync password', 'another password', { keys: true });
    const third = await device(email, 'another password');
    assert.deepEqual((await third.getCollectionItem('bookmarks', bookmark.id)).payload, bookmark);
  });
  await client.accountDestroy(email, 'another password');
}

module.exports = { sync };
