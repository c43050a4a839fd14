// The name and the picture that other programs show of a user.

import { call, get, post, send } from "../api/http.js";
import { accessToken } from "../api/oauth.js";
import { ApiError, PageError } from "../errors.js";
import { profileChanged } from "../firefox/firefox.js";
import { t } from "../i18n.js";
import { pageUrl } from "../page.js";
import { h } from "../ui/dom.js";
import { actionButton, field, form } from "../ui/forms.js";
import { refreshed } from "./room.js";

const READ = "profile";
const WRITE = "profile profile:write";
const SIDE = 256;
const ACCEPTED = ["image/png", "image/jpeg", "image/webp", "image/gif"];

export const title = "profile.title";

/** What the profile server says of the user. */
export const profile = async (sessionToken) => get("/v1/profile", { bearer: await accessToken(sessionToken, READ) });

/** The picture, or the first letter of the name where there is none. */
export function portrait(who, email) {
  if (who && !who.avatarDefault && who.avatar) {
    return h("img", { className: "portrait", src: who.avatar, alt: t("profile.portrait"), width: 64, height: 64 });
  }
  return h("span", { className: "portrait", "aria-hidden": "true" }, (who?.displayName || email).slice(0, 1));
}

export async function content(user) {
  const who = await profile(user.sessionToken);
  return [h("div", { className: "who" }, portrait(who, user.email), h("p", {}, user.email)), nameForm(user, who), ...picture(user, who)];
}

const nameForm = (user, who) =>
  form({
    fields: [field(t("profile.name"), { name: "displayName", autocomplete: "name", required: false, maxLength: 255, value: who.displayName ?? "" }, t("profile.nameHint"))],
    label: t("profile.save"),
    submit: async ({ displayName }) => {
      await post("/v1/display_name", { displayName: displayName.trim() }, { bearer: await accessToken(user.sessionToken, WRITE) });
      await changed(user, "profile.saved");
    },
  });

const picture = (user, who) => [
  h("h2", {}, t("profile.picture")),
  form({
    fields: [field(t("profile.choose"), { name: "picture", type: "file", accept: ACCEPTED.join(",") }, t("profile.chooseHint"))],
    label: t("profile.upload"),
    submit: async ({ picture: file }) => {
      await upload(user, await squared(file));
      await changed(user, "profile.uploaded");
    },
  }),
  !who.avatarDefault && actionButton(t("profile.removePicture"), async () => {
    const bearer = await accessToken(user.sessionToken, WRITE);
    const { id } = await get("/v1/avatar", { bearer });
    await call("DELETE", `/v1/avatar/${id}`, { bearer });
    await changed(user, "profile.removed");
  }),
];

async function changed(user, message) {
  if (user.inFirefox) {
    profileChanged(user);
  }
  await refreshed("profile", t(message));
}

async function upload(user, image) {
  const bearer = await accessToken(user.sessionToken, WRITE);
  const headers = { Authorization: `Bearer ${bearer}`, "Content-Type": image.type };
  const answer = await send(pageUrl("/v1/avatar/upload"), { method: "POST", headers, body: image });
  if (!answer.ok) {
    throw new ApiError(await answer.json().catch(() => ({})));
  }
}

/** The middle of a picture as a small square; drawing it anew also drops what a camera wrote into the file. */
async function squared(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    throw new PageError("error.picture", "picture");
  }
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = h("canvas", { width: SIDE, height: SIDE });
  const [left, top] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  canvas.getContext("2d").drawImage(bitmap, left, top, side, side, 0, 0, SIDE, SIDE);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
}
