// Calls of the account API, which is on this page's own server.

import { tokenKeys } from "../crypto/onepw.js";
import { ApiError, PageError } from "../errors.js";
import { pageUrl } from "../page.js";

const PREFIXES = {
  sessionToken: "fxs",
  keyFetchToken: "fxk",
  passwordChangeToken: "fxpc",
  passwordForgotToken: "fxpf",
  accountResetToken: "fxar",
};

/**
 * Calls it.
 * @param token {{kind: string, token: string}=} with which the request is made
 * @throws {ApiError} when the server refuses
 * @throws {PageError} when it cannot be reached
 */
export async function call(method, path, { body, token, bearer } = {}) {
  const headers = {};
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  if (token) {
    const { id } = await tokenKeys(token.kind, token.token);
    headers.Authorization = `Bearer ${PREFIXES[token.kind]}_${id}`;
  } else if (bearer) {
    headers.Authorization = `Bearer ${bearer}`;
  }
  return read(await send(pageUrl(path), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
}

export const get = (path, options) => call("GET", path, options);

export const post = (path, body, options) => call("POST", path, { ...options, body });

/** A request whose failure on the way is told as such. */
export async function send(url, options) {
  try {
    return await fetch(url, { cache: "no-store", ...options });
  } catch {
    throw new PageError(navigator.onLine ? "error.unreachable" : "error.offline");
  }
}

async function read(answer) {
  const text = await answer.text();
  let body;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch {
    throw new PageError("error.notOurServer");
  }
  if (!answer.ok) {
    throw new ApiError(body);
  }
  return body;
}
