// Messages between this page and the Firefox it is shown in. Any other browser has nobody on the channel.

const CHANNEL = "account_updates";

let last = 0;

/** Firefox refused or could not do what the page asked. */
export class FirefoxError extends Error {}

/** Sends a command that has no answer, or whose answer nobody waits for. */
export function tell(command, data = {}) {
  dispatch(command, undefined, data);
}

/**
 * Sends a command and waits for its answer.
 * @param patience in ms; Infinity waits as long as it takes
 * @returns the answer's data; null when nobody answers in time or nobody is there
 * @throws {FirefoxError} when Firefox answers with an error
 */
export function ask(command, data, patience) {
  const messageId = `${Date.now()}-${++last}`;
  return new Promise((resolve, reject) => {
    const done = (settle, value) => {
      removeEventListener("WebChannelMessageToContent", listen);
      clearTimeout(timer);
      settle(value);
    };
    const listen = ({ detail }) => {
      const message = detail?.id === CHANNEL ? detail.message : null;
      if (message?.errno !== undefined) {
        done(resolve, null);
      } else if (message?.messageId === messageId) {
        const error = message.data?.error;
        error ? done(reject, new FirefoxError(error.message ?? String(error))) : done(resolve, message.data ?? {});
      }
    };
    const timer = patience === Infinity ? undefined : setTimeout(() => done(resolve, null), patience);
    addEventListener("WebChannelMessageToContent", listen);
    dispatch(command, messageId, data);
  });
}

/** The detail has to be a text: objects do not reach Firefox from a page. */
function dispatch(command, messageId, data) {
  const detail = JSON.stringify({ id: CHANNEL, message: { command, messageId, data } });
  dispatchEvent(new CustomEvent("WebChannelMessageToChrome", { detail }));
}
