package org.sagrada.browsertest.pages;

/** Making a recovery key on the settings page. */
final class RecoveryKey {

    private RecoveryKey() {}

    /** As the page spells it. */
    static String make(Visitor visitor, Person person) {
        visitor.open("/settings/account_recovery");
        visitor.awaitHeadline("Recovery key");
        visitor.fill("password", person.password()).submit();
        visitor.awaitHeadline("Your recovery key");
        var key = visitor.page().locator(".copyable code").innerText();
        visitor.press("I have kept them");
        visitor.awaitSuccess("Your recovery key is ready");
        return key;
    }
}
