// Runs fxa-js-client, browserid-crypto, browserid-local-verify and firefox-sync as they come. PIDP_URL is the public URL of a
// whole stack.
'use strict';

const { accounts } = require('./accounts');
const { sync } = require('./sync');

accounts().then(sync).then(() => console.log('all good'), (error) => {
  console.error(error);
  process.exit(1);
});
