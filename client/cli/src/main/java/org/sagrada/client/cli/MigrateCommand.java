package org.sagrada.client.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.migrate.Migration;
import org.sagrada.client.migrate.MigrationReport;
import org.sagrada.client.migrate.MigrationReport.Phase;
import org.sagrada.client.migrate.Side;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.vault.MetaGlobal;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sagrada migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Moves an account's records: to another account, also at another server, or into another storage format.",
            "At first it only copies, and verifies what it wrote at the new place. With --switch the new place, or format, is put"
                    + " into use. The old records stay where they are, until --delete-source. It may be interrupted at any"
                    + " point and be run again."
        })
final class MigrateCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private DataOption from = new DataOption();

    @Option(
            names = "--to",
            paramLabel = "EMAIL",
            description =
                    "The account that gets the records; log in to it first. Without it they stay in their account.")
    private @Nullable String toEmail;

    @Option(
            names = "--to-server",
            paramLabel = "URL",
            description = "The server of that account, if the same address has accounts at several.")
    private @Nullable String toServer;

    @Option(
            names = "--to-protocol",
            paramLabel = "VERSION",
            description = "The protocol to write by: 2.0 or 1.5 (default: as --protocol).")
    private @Nullable String toProtocol;

    @Option(
            names = "--to-format",
            paramLabel = "N",
            description = "The storage format to be: 5 or 6 (default: as it is).")
    private @Nullable Long toFormat;

    @Option(names = "--switch", description = "Put the new place, or format, into use once all is copied and verified.")
    private boolean switchOver;

    @Option(
            names = "--leave-behind",
            description = "With --switch: do without records that can't be moved. The source or the copy keeps them.")
    private boolean leaveBehind;

    @Option(names = "--delete-source", description = "After the switch to another account: delete the old records.")
    private boolean deleteSource;

    @Option(names = "--forget-copy", description = "After the switch: delete the copy on this device.")
    private boolean forgetCopy;

    MigrateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        StorageClient source = from.storage(surroundings);
        Account fromAccount = from.account(surroundings);
        StorageFormat present = Vault.meta(source).map(MetaGlobal::format).orElse(StorageFormat.FORMAT_5);
        boolean inPlace = toEmail == null && toServer == null;
        Account toAccount = inPlace ? fromAccount : from.account(surroundings, toEmail, toServer);
        StorageProtocol protocol = toProtocol == null ? source.protocol() : DataOption.protocol(toProtocol);
        StorageFormat format = toFormat == null ? present : FormatOption.format(toFormat);
        Side old = new Side(source, fromAccount.vaultKeys());
        Side other = new Side(toAccount.storage(protocol), toAccount.vaultKeys());
        Path directory = surroundings
                .stateDirectory()
                .resolve("migration-" + fromAccount.uid() + (inPlace ? "" : "-" + toAccount.uid()));
        try (MigrationBar bar = new MigrationBar(surroundings)) {
            Migration migration = inPlace
                    ? Migration.inPlace(directory, old, other, format, surroundings.random(), bar)
                    : Migration.between(directory, old, other, format, surroundings.random(), bar);
            if (inPlace && format == present && migration.report().phase() == Phase.COPYING) {
                throw new RefusedException("the records have storage format " + present.number()
                        + " already; --to-format names another, --to another account");
            }
            return run(migration, bar);
        }
    }

    private int run(Migration migration, MigrationBar bar) {
        MigrationReport report = migration.copy();
        bar.close();
        tell(report);
        if (switchOver) {
            report = leaveBehind ? migration.switchRegardless() : migration.switchOver();
            bar.close();
        }
        PrintWriter out = surroundings.out();
        out.println(
                report.phase() == Phase.SWITCHED
                        ? "Switched. Devices that sync this account take it for a new server and compare everything once."
                        : "Nothing is switched yet: run it again with --switch.");
        if (deleteSource) {
            migration.deleteSource();
            out.println("The old records are deleted.");
        }
        if (forgetCopy) {
            migration.forgetCopy();
            out.println("The copy on this device is deleted.");
        }
        return 0;
    }

    private void tell(MigrationReport report) {
        long records =
                report.records().values().stream().mapToLong(Long::longValue).sum();
        surroundings
                .out()
                .println(Counted.of(records, "record") + " of "
                        + Counted.of(report.records().size(), "collection") + " copied.");
        report.unreadable().forEach(name -> surroundings.err().println("sagrada: " + name + " can't be opened"));
        report.refused()
                .forEach((name, why) -> surroundings.err().println("sagrada: " + name + " was refused: " + why));
    }
}
