// Where an application is sent back to that shows this page itself, and goes on when it sees this address.

import { t } from "../i18n.js";
import { card } from "../ui/card.js";

export const title = "success.title";

export const view = () => card(t("success.title"), t("success.lead"));
