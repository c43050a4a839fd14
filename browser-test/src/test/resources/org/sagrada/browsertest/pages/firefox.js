// Stands in for the Firefox around a page: keeps what the page says and answers as Firefox 153 does. On phones it answers questions only.
(() => {
  const QUESTIONS = ["fxaccounts:fxa_status", "fxaccounts:can_link_account"];
  const settings = SETTINGS;
  const heard = JSON.parse(sessionStorage.getItem("heard") ?? "[]");
  const answers = {
    "fxaccounts:fxa_status": () => ({
      signedInUser: settings.signedInUser,
      clientId: settings.flow.client_id,
      capabilities: {
        multiService: true,
        pairing: true,
        choose_what_to_sync: true,
        keys_optional: true,
        can_link_account_uid: true,
        engines: settings.engines,
      },
    }),
    "fxaccounts:can_link_account": () => ({ ok: settings.mayLink }),
    "fxaccounts:oauth_flow_begin": () => settings.flow,
    "fxaccounts:login": () => ({ ok: true }),
    "fxaccounts:oauth_login": () => ({ ok: true }),
    "fxaccounts:change_password": () => ({ ok: true }),
  };
  addEventListener("WebChannelMessageToChrome", ({ detail }) => {
    if (typeof detail !== "string") {
      throw new TypeError("Firefox takes texts only");
    }
    const { id, message } = JSON.parse(detail);
    heard.push(message);
    sessionStorage.setItem("heard", JSON.stringify(heard));
    const answer = settings.isOnPhone && !QUESTIONS.includes(message.command) ? null : answers[message.command];
    if (id === "account_updates" && answer) {
      const data = answer(message.data);
      const told = { id, message: { command: message.command, messageId: message.messageId, data } };
      setTimeout(() => dispatchEvent(new CustomEvent("WebChannelMessageToContent", { detail: told })));
    }
  });
})();
