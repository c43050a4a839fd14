package org.sagrada.admin.command;

import org.sagrada.admin.api.Access;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.output.Format;
import org.sagrada.admin.output.Output;
import org.sagrada.admin.output.Progress;

/** What a command works with: the services as the operator's options name them, and where its answers go. */
public final class CommandContext {

    private final Terminal terminal;
    private final Access access;
    private final Format format;

    /** The options are those of the whole command line, filled in before a command runs. */
    public CommandContext(Terminal terminal, Access access, Format format) {
        this.terminal = terminal;
        this.access = access;
        this.format = format;
    }

    /** The management API of a service; throws what the operator has to do first if nothing tells how to get in. */
    public ManagementApi api(Service service) {
        return access.open(service, terminal.environment(), terminal.home());
    }

    /** Where answers go. */
    public Output output() {
        return new Output(terminal.out(), format);
    }

    /** Tells how far long work has come, beside the answer. */
    public Progress progress(String what) {
        return new Progress(terminal.err(), terminal.console() != null, what);
    }

    /** Where the command runs. */
    public Terminal terminal() {
        return terminal;
    }
}
