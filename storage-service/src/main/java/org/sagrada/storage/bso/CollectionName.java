package org.sagrada.storage.bso;

import java.util.regex.Pattern;

/** The name of a collection: 1 to 32 characters of {@code A-Z a-z 0-9 . _ -} (SyncStorage 1.5, 1.2; 2.0 has no period). */
public record CollectionName(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    /** Takes only a text for which {@link #isLegal} holds. */
    public CollectionName {
        if (!isLegal(value)) {
            throw new IllegalArgumentException("Not a collection's name");
        }
    }

    /** Whether a text can be a collection's name. */
    public static boolean isLegal(String text) {
        return FORM.matcher(text).matches();
    }
}
