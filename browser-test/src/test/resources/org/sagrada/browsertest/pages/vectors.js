// What the pages' cryptography makes of the published vectors: lists of name, outcome, and what it ought to be.
async (vectors) => {
  const from = (name) => import(`${document.documentElement.dataset.assets}js/crypto/${name}.js`);
  const [bytes, onepw, scoped, recovery] = await Promise.all(["bytes", "onepw", "scoped-keys", "recovery-key"].map(from));
  const { hex, unhex } = bytes;
  const found = [];
  const expect = (name, outcome, expected) => found.push([name, outcome, expected]);

  for (const one of [vectors.onepw_v1, ...vectors.onepw_v1_more]) {
    const { authPW, unwrapBKey } = await onepw.stretch(one.email, one.password);
    expect(`authPW of ${one.email}`, authPW, one.authPW);
    expect(`unwrapBKey of ${one.email}`, hex(unwrapBKey), one.unwrapBkey);
  }
  for (const [kind, token] of Object.entries(vectors.tokens)) {
    const keys = await onepw.tokenKeys(kind, token.token);
    expect(`id of ${kind}`, keys.id, token.tokenID);
    expect(`request key of ${kind}`, hex(keys.requestKey), token.reqHMACkey);
  }
  const { keyFetchToken } = vectors.tokens;
  const opened = await onepw.openBundle(vectors.account_keys.bundle, unhex(keyFetchToken.bundleKey));
  expect("keys in the bundle", hex(opened.kA) + hex(opened.wrapKb), vectors.account_keys.plaintext);
  const broken = vectors.account_keys.bundle.replace(/^../, "00");
  expect("a bundle that was changed", await onepw.openBundle(broken, unhex(keyFetchToken.bundleKey)).catch(() => "refused"), "refused");

  for (const { kB, jwk, scopedKey, keyRotationTimestamp } of [vectors.sync_from_kB, vectors.sync_published]) {
    const expected = jwk ?? scopedKey;
    const data = { keyRotationTimestamp: keyRotationTimestamp ?? Number(expected.kid.split("-")[0]) };
    const made = await scoped.scopedKey(unhex(kB), "00", scoped.SYNC_SCOPE, data);
    expect("key of Sync", made.k, expected.k);
    expect("name of the key of Sync", made.kid, expected.kid);
  }
  const { uid, kB, jwk, ...data } = vectors.scoped_key;
  const other = await scoped.scopedKey(unhex(kB), uid, "another scope", data);
  expect("key of another scope", other.k, jwk.k);
  expect("name of the key of another scope", other.kid, jwk.kid);

  const jwe = vectors.keys_jwe;
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { d, ...shared } = jwe.ephemeral;
  const keyPair = {
    privateKey: await crypto.subtle.importKey("jwk", { ...shared, d }, curve, false, ["deriveBits"]),
    publicKey: await crypto.subtle.importKey("jwk", shared, curve, true, []),
  };
  expect("keys sealed for a browser", await scoped.encryptTo(jwe.keys_jwk, jwe.plaintext, { keyPair, iv: unhex(jwe.iv) }), jwe.jwe);

  const paper = vectors.recovery_key;
  const parts = await recovery.parts(unhex(paper.recoveryKey), paper.uid);
  expect("id of a recovery key", parts.id, paper.recoveryKeyId);
  expect("key of a recovery key", hex(parts.key), paper.encryptKey);
  expect("kB under a recovery key", await scoped.sealDirect(parts.key, parts.id, paper.plaintext, unhex(paper.iv)), paper.recoveryData);
  expect("kB out of it", hex(await recovery.openKb(unhex(paper.recoveryKey), paper.uid, paper.recoveryData)), JSON.parse(paper.plaintext).kB.toLowerCase());
  const spelled = recovery.spell(unhex(paper.recoveryKey));
  expect("a recovery key read back", hex(recovery.read(spelled.toLowerCase().replaceAll(" ", "-"))), paper.recoveryKey);
  expect("a recovery key with a letter too few", recovery.read(spelled.slice(0, -1)), null);
  return found;
}
