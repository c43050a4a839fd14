package org.sagrada.browsertest.firefox;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.http.Json;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Vault;
import org.sagrada.client.vault.VaultCollection;

/** A program on the client library that has the browsers' account: it speaks their protocol and opens their records. */
final class OtherProgram implements AutoCloseable {

    private final Account account;
    private final Vault vault;
    private final VaultCollection bookmarks;

    private OtherProgram(Account account) {
        var vault = Vault.open(account.storage(StorageProtocol.V15), account.vaultKeys(), new SecureRandom())
                .orElseThrow();
        assertThat(vault.format()).isEqualTo(StorageFormat.FORMAT_5);
        this.account = account;
        this.vault = vault;
        this.bookmarks = vault.collection("bookmarks");
    }

    static OtherProgram logIn(String server, Person person) {
        return new OtherProgram(SagradaClient.at(server).logIn(person.email(), person.password()));
    }

    /** All of them: addresses and titles. */
    Map<String, String> bookmarks() {
        var titles = new TreeMap<String, String>();
        eachBookmark((url, record) -> titles.put(url, record.text("title")));
        return titles;
    }

    /** Changes the title and nothing else, unless somebody wrote bookmarks since they were read. */
    void renameBookmark(String url, String title) {
        var changed = new HashMap<String, Optional<Map<String, Object>>>();
        var version = eachBookmark((address, record) -> {
            if (address.equals(url)) {
                var fields = new HashMap<>(record.asMap());
                fields.put("title", title);
                changed.put(record.text("id"), Optional.of(fields));
            }
        });
        assertThat(bookmarks.upload(changed, version).stored()).hasSize(1);
    }

    /** Fills a collection with records of its own and reads all of it, again and again. */
    void writeAndRead(String collection, int rounds, int records) {
        var of = vault.collection(collection);
        for (var round = 0; round < rounds; round++) {
            var contents = new HashMap<String, Optional<Map<String, Object>>>();
            for (var record = 0; record < records; record++) {
                var id = "record" + record;
                contents.put(id, Optional.of(Map.of("id", id, "name", "field", "value", "value " + round)));
            }
            var version = of.readEach(BsoQuery.all(), _ -> {});
            assertThat(of.upload(contents, version).stored()).hasSize(records);
        }
    }

    private long eachBookmark(BiConsumer<String, Json> receiver) {
        return bookmarks.readEach(BsoQuery.all(), opened -> {
            var record = opened.cleartext();
            assertThat(record).describedAs("record %s", opened.bso().id()).isNotNull();
            if (record != null && "bookmark".equals(record.textOrNull("type"))) {
                receiver.accept(record.text("bmkUri"), record);
            }
        });
    }

    @Override
    public void close() {
        account.logOut();
    }
}
