package org.sagrada.admin.account;

import picocli.CommandLine.Command;

/** {@code sagrada-admin account}. */
@Command(
        name = "account",
        description = "Accounts of the PIdP.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListAccountsCommand.class,
            CreateAccountCommand.class,
            InviteCommand.class,
            DisableAccountCommand.class,
            EnableAccountCommand.class,
            VerifyAccountCommand.class,
            DeleteAccountCommand.class
        })
public final class AccountCommands {}
