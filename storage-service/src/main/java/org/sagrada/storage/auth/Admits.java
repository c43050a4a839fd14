package org.sagrada.storage.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a handler's {@link StorageCall}: who may make it, where that is not the owner alone. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Admits {

    /** Every kind that is let in. */
    Class<? extends Visitor>[] value();
}
