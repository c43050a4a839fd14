// Begins: texts, footer, then the page that the address names.

import { loadMessages } from "./i18n.js";
import { drawFooter } from "./ui/footer.js";
import { showCurrent, showView, watchLinks } from "./router.js";

await loadMessages();
drawFooter();
watchLinks();
if (isSecureContext && crypto.subtle) {
  await showCurrent();
} else {
  // Browsers keep their cryptography from pages that came unprotected, and without it a password would have to leave the page.
  showView(await import("./insecure.js"));
}
