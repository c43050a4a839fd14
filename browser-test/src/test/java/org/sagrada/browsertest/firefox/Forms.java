package org.sagrada.browsertest.firefox;

import java.util.Map;

/** The forms of the page that is open, filled in as its user does. */
final class Forms {

    private static final String SUBMIT = """
            const [wanted, values] = args;
            const names = Object.keys(values);
            const deadline = Date.now() + 120000;
            const find = () => [...document.querySelectorAll("form")].find(form =>
              form.matches(wanted) && names.every(name => form.elements[name]) && !form.querySelector("[aria-busy=true]"));
            while (!find()) {
              if (Date.now() > deadline) {
                throw new Error(`no ${wanted} with ${names} on ${location.pathname}, which says: ${document.body.innerText}`);
              }
              await new Promise(resolve => setTimeout(resolve, 50));
            }
            const form = find();
            for (const name of names) {
              const input = form.elements[name];
              input.focus();
              input.value = values[name];
              input.dispatchEvent(new Event("input", {bubbles: true}));
            }
            form.requestSubmit();
            """;

    private static final String AWAIT = """
            const deadline = Date.now() + 120000;
            while (!document.querySelector(args[0])) {
              if (Date.now() > deadline) {
                throw new Error(`no ${args[0]} on ${location.pathname}, which says: ${document.body.innerText}`);
              }
              await new Promise(resolve => setTimeout(resolve, 50));
            }
            """;

    private final Marionette browser;

    Forms(Marionette browser) {
        this.browser = browser;
    }

    /** Fills in the form that has fields of these names, and sends it off. */
    void submit(Map<String, String> values) {
        submit("form", values);
    }

    /** The same for a form that a selector matches. */
    void submit(String selector, Map<String, String> values) {
        browser.inPage(SUBMIT, selector, values);
    }

    /** Clicks what a selector matches, once it is there. */
    void click(String selector) {
        browser.inPage(AWAIT + "document.querySelector(args[0]).click();", selector);
    }

    /** Waits until the page shows what a selector matches. */
    void await(String selector) {
        browser.inPage(AWAIT, selector);
    }
}
