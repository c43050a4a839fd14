package org.sagrada.browsertest.pages;

import com.microsoft.playwright.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.sagrada.browsertest.server.Server;

/** The server with its pages, the mail it sends, its operator, and the browser that visits it. */
final class Site implements AutoCloseable {

    /** Wrong passwords that are let pass, so that a test can use them up. */
    static final int WRONG_PASSWORDS = 4;

    private static final String ADMIN_TOKEN = "an operator's token of this test";

    private final AtomicInteger people = new AtomicInteger();
    private final List<Visitor> visitors = new ArrayList<>();
    private final Post post;
    private final Server server;
    private final Chromium chromium;
    private final Operator operator;

    private Site(Post post, Server server, Chromium chromium) {
        this.post = post;
        this.server = server;
        this.chromium = chromium;
        this.operator = new Operator(server.managementPort(), ADMIN_TOKEN);
    }

    static Site open() {
        var post = Post.open();
        var server = Server.start(
                "--sagrada.pidp.scrypt.cost=16",
                "--sagrada.pidp.limits.wrong-passwords=" + WRONG_PASSWORDS,
                "--sagrada.pidp.limits.mails=1000",
                "--sagrada.pidp.limits.calls=1000000",
                "--sagrada.pidp.admin.token=" + ADMIN_TOKEN,
                "--sagrada.pidp.mail.host=127.0.0.1",
                "--sagrada.pidp.mail.port=" + post.port(),
                "--sagrada.pidp.mail.encryption=none",
                "--sagrada.pidp.mail.from=sync@example.org");
        return new Site(post, server, Chromium.start());
    }

    /** The address of a page. */
    String at(String path) {
        return "http://localhost:" + server.port() + path;
    }

    int port() {
        return server.port();
    }

    AccountApi api() {
        return new AccountApi(at(""));
    }

    Post post() {
        return post;
    }

    /** An address that nobody had before. */
    String newEmail() {
        return "person" + people.incrementAndGet() + "@example.org";
    }

    /** A person with a verified account, who has not been on the pages yet. */
    Person newPerson() {
        var person = new Person(newEmail(), "correct horse battery staple");
        operator.makeAccount(person);
        return person;
    }

    /** Somebody at a browser of their own. */
    Visitor visitor() {
        return visitor(new Browser.NewContextOptions().setLocale("en-GB"));
    }

    Visitor visitor(Browser.NewContextOptions options) {
        var visitor = new Visitor(this, chromium.browser().newContext(options));
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody who has just signed in. */
    Visitor signedIn(Person person) {
        var visitor = visitor();
        visitor.open("/signin");
        visitor.signIn(person);
        visitor.awaitHeadline("Your account");
        return visitor;
    }

    /** Closes what visitors left open, and says what went wrong on their pages. */
    void leave(boolean failed) {
        var problems = new ArrayList<String>();
        visitors.forEach(visitor -> problems.addAll(visitor.leave()));
        visitors.clear();
        if (!failed && !problems.isEmpty()) {
            throw new AssertionError("The pages had problems:\n" + String.join("\n", problems));
        }
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
        post.close();
    }
}
