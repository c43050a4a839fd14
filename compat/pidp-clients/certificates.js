// A key certified, and the assertion verified by browserid-crypto and by browserid-local-verify as they come.
'use strict';

const assert = require('node:assert/strict');
const jwcrypto = require('browserid-crypto');
require('browserid-crypto/lib/algs/ds');
require('browserid-crypto/lib/algs/rs');
const verifier = require('browserid-local-verify');
const { base, callback, step } = require('./support');

const AUDIENCE = 'https://token.example.org';

module.exports = async function certificates(client, sessionToken) {
  for (const kind of [{ algorithm: 'DS', keysize: 128 }, { algorithm: 'RS', keysize: 256 }]) {
    const bundle = await certified(client, sessionToken, kind);
    await verifiedByCrypto(bundle, kind);
    await verifiedByLookup(bundle, kind);
  }
};

async function certified(client, sessionToken, kind) {
  const pair = await callback((done) => jwcrypto.generateKeypair(kind, done));
  const { cert } = await step(`certificateSign of a key of ${kind.algorithm}`, () =>
    client.certificateSign(sessionToken, pair.publicKey.toSimpleObject(), 3600 * 1000));
  const assertion = await callback((done) => jwcrypto.assertion.sign(
    {}, { audience: AUDIENCE, expiresAt: new Date(Date.now() + 60000) }, pair.secretKey, done));
  return jwcrypto.cert.bundle([cert], assertion);
}

async function verifiedByCrypto(bundle, kind) {
  const document = await (await fetch(`${base}/.well-known/browserid`)).json();
  const key = jwcrypto.loadPublicKeyFromObject(document['public-key']);
  await step(`browserid-crypto verifies its bundle (${kind.algorithm})`, () => new Promise((resolve, reject) =>
    jwcrypto.cert.verifyBundle(bundle, new Date(), (issuer, next) => next(null, key),
      (error, chain) => (error ? reject(new Error(String(error))) : resolve(chain)))));
}

// It finds the key by itself, from the issuer that the certificate names.
async function verifiedByLookup(bundle, kind) {
  const { host, protocol } = new URL(base);
  const details = await step(`browserid-local-verify finds the key and verifies it (${kind.algorithm})`, () =>
    callback((done) => verifier.verify({
      assertion: bundle, audience: AUDIENCE, forceInsecureLookupOverHTTP: protocol === 'http:',
    }, done)));
  assert.equal(details.issuer, host);
  assert.match(details.email, /^[0-9a-f]{32}@/);
}
