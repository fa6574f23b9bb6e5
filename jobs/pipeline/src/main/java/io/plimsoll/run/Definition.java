package io.plimsoll.run;

import io.plimsoll.contract.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A fingerprint of what a table declares: when it differs from the last run's, the whole table is rebuilt. */
final class Definition {

    private Definition() {}

    static String of(Table table) {
        String declared = table.contract() + "|" + table.inputs() + "|" + table.recompute();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(declared.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
