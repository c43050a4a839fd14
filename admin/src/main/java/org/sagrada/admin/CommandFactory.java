package org.sagrada.admin;

import java.lang.reflect.Constructor;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands that want to know what they work with. */
final class CommandFactory implements IFactory {

    private final CommandContext context;

    CommandFactory(CommandContext context) {
        this.context = context;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == CommandContext.class) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(context));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
