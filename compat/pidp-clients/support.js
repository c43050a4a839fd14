// What the scripts share: where the PIdP is, and steps that are told as they pass.
'use strict';

const assert = require('node:assert/strict');
const crypto = require('node:crypto');

const base = (process.env.PIDP_URL || 'http://localhost:8001').replace(/\/$/, '');

const newAddress = () => `compat-${crypto.randomBytes(8).toString('hex')}@example.org`;

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

module.exports = { base, newAddress, callback, step, refused };
