// What the server wrote into the document for the scripts.

const { root, assets, publicUrl, tokenServer, signUp } = document.documentElement.dataset;

/** Where this server is, without a slash at the end. */
export const server = publicUrl;

/** The token service's address, or an empty text. */
export const tokenServerUrl = tokenServer;

/** Who may sign up: "open", "invite", "domains" or "closed". */
export const signUpRule = signUp;

/** The address of a page, from the path below the root. */
export const pageUrl = (path) => root + path.replace(/^\//, "");

export const assetUrl = (path) => assets + path;

/** The path below the root that the browser shows, with a slash before it and none at its end. */
export function currentPath() {
  const path = "/" + location.pathname.slice(root.length);
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}
