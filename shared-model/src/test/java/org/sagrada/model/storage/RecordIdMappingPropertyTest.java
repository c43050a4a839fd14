package org.sagrada.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sagrada.model.storage.RecordIdMapping.Origin;

class RecordIdMappingPropertyTest {

    @Property
    void comesBackOrSaysThatItCannot(@ForAll("v15") String id) {
        String mapped = RecordIdMapping.toV20(id);

        assertThat(mapped).matches("[A-Za-z0-9_-]{1,64}");
        assertThat(RecordIdMapping.toV15(mapped))
                .isIn(mapped.startsWith("--_x") ? new Origin.Hashed() : new Origin.Known(id));
    }

    @Property
    void knowsOnlyWhatMapsToTheSameIdAgain(@ForAll("v20") String id) {
        if (RecordIdMapping.toV15(id) instanceof Origin.Known known) {
            assertThat(RecordIdMapping.toV20(known.id())).isEqualTo(id);
        } else {
            assertThat(id).startsWith("--");
        }
    }

    @Provide
    Arbitrary<String> v15() {
        return Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(64);
    }

    @Provide
    Arbitrary<String> v20() {
        Arbitrary<String> pieces = Arbitraries.of("--", "_", "-", "7b", "7B", "x", "a", "4", "_2e", "_5f");
        return pieces.list().ofMinSize(1).ofMaxSize(20).map(parts -> String.join("", parts));
    }
}
