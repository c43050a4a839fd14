import java.security.SecureRandom;
import java.util.Map;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.vault.Vault;

/**
 * Writes a note and reads all notes, sealed so that no server can read them. Java 17 or newer, with the client on the class path:
 *
 * <pre>SAGRADA_PASSWORD=... java -cp sagrada.jar Notes.java http://localhost:8000 me@example.org "Milk, bread"</pre>
 */
public final class Notes {

    public static void main(String[] args) {
        var random = new SecureRandom();
        var account = SagradaClient.at(args[0]).logIn(args[1], System.getenv("SAGRADA_PASSWORD"));
        var notes = Vault.openOrCreate(account.storage(), account.vaultKeys(), random).collection("notes");
        notes.put(Long.toHexString(random.nextLong()), Map.of("text", args[2]));
        notes.readEach(BsoQuery.all(), note -> {
            if (note.cleartext() != null) {
                System.out.println(note.cleartext().text("text"));
            }
        });
        account.logOut();
    }
}
